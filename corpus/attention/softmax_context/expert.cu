// The weights of a causal attention from its scores, tuned by hand: softmax of score / sqrt(dim) over the keys that a query sees.
//
// A warp a query. What the query sees is read once and stays in registers, and nothing else is read; maximum and sum are two
// reductions in shuffles. Queries that see more than 256 keys read their scores twice, and scale the sum down when a higher score
// appears (Milakov and Gimelshein, "Online normalizer calculation for softmax").

#include "warpsmith.cuh"

WARPSMITH_FN float warp_max(float value) {
#pragma unroll
  for (int away = 16; away > 0; away /= 2)
    value = fmaxf(value, __shfl_xor_sync(0xffffffffu, value, away));
  return value;
}

WARPSMITH_FN float warp_sum(float value) {
#pragma unroll
  for (int away = 16; away > 0; away /= 2)
    value += __shfl_xor_sync(0xffffffffu, value, away);
  return value;
}

// Keys that a query sees, COUNT a lane at most. e^(score / sqrt(dim)) = 2^(score * scale).
template <int COUNT> WARPSMITH_FN void in_registers(const float *scores, float *out, int seen, int keys, float scale) {
  float x[COUNT];
  float highest = -INFINITY;
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    const int j = threadIdx.x + n * warpSize;
    x[n] = j < seen ? scores[j] : -INFINITY;
  }
#pragma unroll
  for (int n = 0; n < COUNT; ++n)
    highest = fmaxf(highest, x[n]);
  const float top = warp_max(highest) * scale;
  float sum = 0.0f;
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    x[n] = __exp2f(fmaf(x[n], scale, -top));
    sum += x[n];
  }
  const float share = 1.0f / warp_sum(sum);
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    const int j = threadIdx.x + n * warpSize;
    if (j < keys)
      out[j] = x[n] * share;
  }
  for (int j = threadIdx.x + COUNT * warpSize; j < keys; j += warpSize)
    out[j] = 0.0f;
}

WARPSMITH_FN void in_passes(const float *scores, float *out, int seen, int keys, float scale) {
  float top = -INFINITY;
  float sum = 0.0f;
  // Every lane has a key: there are more than lanes.
  for (int j = threadIdx.x; j < seen; j += warpSize) {
    const float x = scores[j];
    const float higher = fmaxf(top, x * scale);
    sum = fmaf(sum, __exp2f(top - higher), __exp2f(fmaf(x, scale, -higher)));
    top = higher;
  }
  const float highest = warp_max(top);
  const float share = 1.0f / warp_sum(sum * __exp2f(top - highest));
  for (int j = threadIdx.x; j < keys; j += warpSize)
    out[j] = j < seen ? __exp2f(fmaf(scores[j], scale, -highest)) * share : 0.0f;
}

extern "C" __global__ void softmax_context(const float *__restrict__ scores, float *__restrict__ out, int queries,
                                           int keys, int dim) {
  const int query = blockIdx.x * blockDim.y + threadIdx.y;
  if (query >= queries)
    return;
  const long row = ((long)blockIdx.y * queries + query) * keys;
  const int seen = query + 1 + keys - queries;
  const float scale = 1.4426950408889634f / sqrtf((float)dim);
  if (seen <= 2 * warpSize)
    in_registers<2>(scores + row, out + row, seen, keys, scale);
  else if (seen <= 8 * warpSize)
    in_registers<8>(scores + row, out + row, seen, keys, scale);
  else
    in_passes(scores + row, out + row, seen, keys, scale);
}
