// The gate of a mixture of experts, one expert a token: expert = the highest logit, weight = its softmax. An expert takes as many tokens
// as its capacity, in their order; position = how many it took before. Those that come later are dropped: position -1, weight 0.
//
//   logits  [tokens][experts]     of equal logits the first counts
//   load    [experts]             how many tokens chose the expert, dropped ones included

#include "warpsmith.cuh"

// One thread a token.
extern "C" __global__ void moe_choose(const float *logits, int *expert, float *weight, int tokens, int experts) {
  const int token = blockIdx.x * blockDim.x + threadIdx.x;
  if (token >= tokens)
    return;

  const float *own = logits + (long)token * experts;
  float highest = own[0];
  int best = 0;
  for (int e = 1; e < experts; ++e) {
    if (own[e] > highest) {
      highest = own[e];
      best = e;
    }
  }
  float sum = 0.0f;
  for (int e = 0; e < experts; ++e)
    sum += expf(own[e] - highest);
  expert[token] = best;
  weight[token] = 1.0f / sum;
}

// One thread an expert.
extern "C" __global__ void moe_place(const int *expert, float *weight, int *position, int *load, int tokens,
                                     int experts, int capacity) {
  const int own = blockIdx.x * blockDim.x + threadIdx.x;
  if (own >= experts)
    return;

  int count = 0;
  for (int token = 0; token < tokens; ++token) {
    if (expert[token] == own) {
      if (count < capacity) {
        position[token] = count;
      } else {
        position[token] = -1;
        weight[token] = 0.0f;
      }
      ++count;
    }
  }
  load[own] = count;
}
