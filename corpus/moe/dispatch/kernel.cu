// What surrounds the experts of a mixture: tokens are copied to their places before their experts, whose answers are fetched and
// weighted. A place that no token has is zero; a token without a place gets zeros.
//
//   tokens, out       [tokens][width]
//   slots, answers    [experts][capacity][width]
//   expert, position, weight   of a token; a position of -1 is no place

#include "warpsmith.cuh"

// One thread an element of the slots.
extern "C" __global__ void moe_clear(float *slots, int elements) {
  const int at = blockIdx.x * blockDim.x + threadIdx.x;
  if (at < elements)
    slots[at] = 0.0f;
}

// One block a token.
extern "C" __global__ void moe_scatter(const float *tokens, const int *expert, const int *position, float *slots,
                                       int capacity, int width) {
  const int token = blockIdx.x;
  if (position[token] < 0)
    return;
  for (int col = threadIdx.x; col < width; col += blockDim.x)
    slots[((long)expert[token] * capacity + position[token]) * width + col] = tokens[(long)token * width + col];
}

// One block a token.
extern "C" __global__ void moe_combine(const float *answers, const int *expert, const int *position,
                                       const float *weight, float *out, int capacity, int width) {
  const int token = blockIdx.x;
  for (int col = threadIdx.x; col < width; col += blockDim.x) {
    float value = 0.0f;
    if (position[token] >= 0)
      value = weight[token] * answers[((long)expert[token] * capacity + position[token]) * width + col];
    out[(long)token * width + col] = value;
  }
}
