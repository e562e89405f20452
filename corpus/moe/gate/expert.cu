// The gate of a mixture of experts, tuned by hand; buffers are as in kernel.cu.
//
// Four lanes choose for a token, and read its logits in vectors of four. The tokens of all experts are placed together, 32 at once.

#include "warpsmith.cuh"

#define ALL 0xffffffffu
// Lanes that choose for a token.
#define LANES 4

extern "C" __global__ void moe_choose(const float *__restrict__ logits, int *__restrict__ expert,
                                      float *__restrict__ weight, int tokens, int experts) {
  const int token = (blockIdx.x * blockDim.x + threadIdx.x) / LANES;
  const int lane = threadIdx.x % LANES;
  // Groups past the last token do its work again, so that all lanes take part in the shuffles; they write nothing.
  const float4 *own = (const float4 *)(logits + (long)min(token, tokens - 1) * experts);

  float highest = -INFINITY;
  int best = 0;
#pragma unroll 4
  for (int at = lane; at < experts / 4; at += LANES) {
    const float4 four = own[at];
#pragma unroll
    for (int e = 0; e < 4; ++e) {
      if (four[e] > highest) {
        highest = four[e];
        best = at * 4 + e;
      }
    }
  }
#pragma unroll
  for (int away = 1; away < LANES; away *= 2) {
    const float other = __shfl_xor_sync(ALL, highest, away);
    const int other_best = __shfl_xor_sync(ALL, best, away);
    if (other > highest || (other == highest && other_best < best)) {
      highest = other;
      best = other_best;
    }
  }
  float sum = 0.0f;
#pragma unroll 4
  for (int at = lane; at < experts / 4; at += LANES) {
    const float4 four = own[at] - highest;
    sum += (__expf(four.x) + __expf(four.y)) + (__expf(four.z) + __expf(four.w));
  }
#pragma unroll
  for (int away = 1; away < LANES; away *= 2)
    sum += __shfl_xor_sync(ALL, sum, away);
  if (lane == 0 && token < tokens) {
    expert[token] = best;
    weight[token] = 1.0f / sum;
  }
}

// What a warp does with 32 tokens: the lanes that have the same expert find each other, and the first of them counts for all. `counts`
// are those of this warp, one an expert; returns how many tokens of its expert came before this lane's.
WARPSMITH_FN int count_tokens(int *counts, int chosen) {
  const unsigned same = __match_any_sync(ALL, chosen);
  const unsigned before = same & ((1u << threadIdx.x) - 1);
  const int place = chosen >= 0 ? counts[chosen] + __popc(before) : 0;
  __syncwarp();
  if (chosen >= 0 && before == 0)
    counts[chosen] += __popc(same);
  __syncwarp();
  return place;
}

// One block. Each warp has a part of the tokens, in their order: it counts them, learns how many those of the warps before it are, and
// then places its own.
extern "C" __global__ void moe_place(const int *__restrict__ expert, float *__restrict__ weight,
                                     int *__restrict__ position, int *__restrict__ load, int tokens, int experts,
                                     int capacity) {
  extern __shared__ int shared[];
  const int warps = blockDim.y;
  const int thread = threadIdx.y * warpSize + threadIdx.x;
  int *counts = shared + threadIdx.y * experts;
  const int part = (tokens + warps * warpSize - 1) / (warps * warpSize) * warpSize;
  const int first = threadIdx.y * part;
  const int last = min(first + part, tokens);

  for (int e = threadIdx.x; e < experts; e += warpSize)
    counts[e] = 0;
  __syncwarp();
#pragma unroll 1
  for (int from = first; from < last; from += warpSize) {
    const int token = from + threadIdx.x;
    count_tokens(counts, token < last ? expert[token] : -1);
  }
  __syncthreads();
#pragma unroll 1
  for (int e = thread; e < experts; e += warps * warpSize) {
    int sum = 0;
    for (int warp = 0; warp < warps; ++warp) {
      const int own = shared[warp * experts + e];
      shared[warp * experts + e] = sum;
      sum += own;
    }
    load[e] = sum;
  }
  __syncthreads();
#pragma unroll 1
  for (int from = first; from < last; from += warpSize) {
    const int token = from + threadIdx.x;
    const int place = count_tokens(counts, token < last ? expert[token] : -1);
    if (token < last) {
      position[token] = place < capacity ? place : -1;
      if (place >= capacity)
        weight[token] = 0.0f;
    }
  }
}
