// What surrounds the experts of a mixture, tuned by hand; buffers are as in kernel.cu.
//
// All three move vectors of four floats, two or four of them in flight a thread; a block has as many tokens as fill it.

#include "warpsmith.cuh"

// Vectors that a thread clears, a block apart.
#define CLEARS 4

extern "C" __global__ void moe_clear(float4 *__restrict__ slots, int elements) {
  const unsigned vectors = elements / 4;
  const unsigned first = blockIdx.x * blockDim.x * CLEARS + threadIdx.x;
#pragma unroll
  for (int n = 0; n < CLEARS; ++n)
    if (first + n * blockDim.x < vectors)
      slots[first + n * blockDim.x] = 0.0f;
}

extern "C" __global__ void moe_scatter(const float4 *__restrict__ tokens, const int *__restrict__ expert,
                                       const int *__restrict__ position, float4 *__restrict__ slots, int capacity,
                                       int width) {
  const unsigned vectors = width / 4;
  const int token = blockIdx.x;
  const int place = position[token];
  if (place < 0)
    return;
  const float4 *from = tokens + (long)token * vectors;
  float4 *to = slots + ((long)expert[token] * capacity + place) * vectors;
#pragma unroll 2
  for (unsigned col = threadIdx.x; col < vectors; col += blockDim.x)
    to[col] = from[col];
}

extern "C" __global__ void moe_combine(const float4 *__restrict__ answers, const int *__restrict__ expert,
                                       const int *__restrict__ position, const float *__restrict__ weight,
                                       float4 *__restrict__ out, int capacity, int width) {
  const unsigned vectors = width / 4;
  const int token = blockIdx.x;
  const int place = position[token];
  const float share = place >= 0 ? weight[token] : 0.0f;
  const float4 *from = answers + ((long)expert[token] * capacity + max(place, 0)) * vectors;
  float4 *to = out + (long)token * vectors;
#pragma unroll 2
  for (unsigned col = threadIdx.x; col < vectors; col += blockDim.x)
    to[col] = place >= 0 ? share * from[col] : float4(0.0f);
}
