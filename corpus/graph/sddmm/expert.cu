// Sampled dense-dense matrix product, tuned by hand: out[e] = <left[source[e]], right[target[e]]> for each edge of a graph.
//
// A group of four lanes has an edge: it reads both rows in vectors of four floats, 64 bytes side by side, so that a warp has eight edges
// at once and whole sectors; two shuffles bring the sums together.

#include "warpsmith.cuh"

#define LANES 4

WARPSMITH_FN float dot(float4 a, float4 b) { return fmaf(a.x, b.x, fmaf(a.y, b.y, fmaf(a.z, b.z, a.w * b.w))); }

extern "C" __global__ void sddmm(const int *__restrict__ source, const int *__restrict__ target,
                                 const float *__restrict__ left, const float *__restrict__ right,
                                 float *__restrict__ out, int edges, int dim) {
  const int edge = (blockIdx.x * blockDim.x + threadIdx.x) / LANES;
  const unsigned lane = threadIdx.x % LANES;
  // Groups past the last edge do its work again, so that all lanes take part in the shuffles; they write nothing.
  const int read = min(edge, edges - 1);
  const unsigned vectors = dim / 4;
  const float4 *from = (const float4 *)left + (long)source[read] * vectors;
  const float4 *to = (const float4 *)right + (long)target[read] * vectors;

  float sum = 0.0f;
  unsigned at = lane;
#pragma unroll 1
  for (; at + LANES < vectors; at += 2 * LANES) {
    const float4 a = from[at], b = from[at + LANES];
    const float4 c = to[at], d = to[at + LANES];
    sum += dot(a, c) + dot(b, d);
  }
  if (at < vectors)
    sum += dot(from[at], to[at]);
#pragma unroll
  for (int away = LANES / 2; away > 0; away /= 2)
    sum += __shfl_xor_sync(0xffffffffu, sum, away);
  if (lane == 0 && edge < edges)
    out[edge] = sum;
}
