// Layer normalisation of a sum, tuned by hand: out = gamma (x - mean) / sqrt(variance + 1e-5) + beta, x = input + residual + bias.
//
// A warp a row: the row is read once, in vectors, and stays in registers; mean and variance are two reductions in shuffles. Rows
// of more than 1024 columns are read again for each of the three passes.

#include "warpsmith.cuh"

#define EPSILON 1e-5f

WARPSMITH_FN float warp_sum(float value) {
#pragma unroll
  for (int away = 16; away > 0; away /= 2)
    value += __shfl_xor_sync(0xffffffffu, value, away);
  return value;
}

WARPSMITH_FN float total(float4 v) { return (v.x + v.y) + (v.z + v.w); }

struct Row {
  const float4 *input, *residual, *bias, *gamma, *beta;
  float4 *out;
  int vectors;

  __device__ __forceinline__ float4 at(int i) const { return input[i] + residual[i] + bias[i]; }
  __device__ __forceinline__ void put(int i, float4 away, float scale) const { out[i] = gamma[i] * (away * scale) + beta[i]; }
};

// A row of at most COUNT vectors a lane.
template <int COUNT> WARPSMITH_FN void in_registers(const Row &row, int columns) {
  float4 x[COUNT];
  float sum = 0.0f;
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    const int i = threadIdx.x + n * warpSize;
    x[n] = i < row.vectors ? row.at(i) : (float4)0.0f;
  }
#pragma unroll
  for (int n = 0; n < COUNT; ++n)
    sum += total(x[n]);
  const float mean = warp_sum(sum) / columns;

  float squares = 0.0f;
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    if (threadIdx.x + n * warpSize < row.vectors) {
      x[n] -= mean;
      squares += total(x[n] * x[n]);
    }
  }
  const float scale = 1.0f / sqrtf(warp_sum(squares) / columns + EPSILON);
#pragma unroll
  for (int n = 0; n < COUNT; ++n) {
    const int i = threadIdx.x + n * warpSize;
    if (i < row.vectors)
      row.put(i, x[n], scale);
  }
}

WARPSMITH_FN void in_passes(const Row &row, int columns) {
  float sum = 0.0f;
  for (int i = threadIdx.x; i < row.vectors; i += warpSize)
    sum += total(row.at(i));
  const float mean = warp_sum(sum) / columns;
  float squares = 0.0f;
  for (int i = threadIdx.x; i < row.vectors; i += warpSize) {
    const float4 away = row.at(i) - mean;
    squares += total(away * away);
  }
  const float scale = 1.0f / sqrtf(warp_sum(squares) / columns + EPSILON);
  for (int i = threadIdx.x; i < row.vectors; i += warpSize)
    row.put(i, row.at(i) - mean, scale);
}

extern "C" __global__ void layernorm_residual(const float *__restrict__ input, const float *__restrict__ residual,
                                              const float *__restrict__ bias, const float *__restrict__ gamma,
                                              const float *__restrict__ beta, float *__restrict__ out, int rows,
                                              int columns) {
  const int row = blockIdx.x * blockDim.y + threadIdx.y;
  if (row >= rows)
    return;
  const int vectors = columns / 4;
  const long place = (long)row * vectors;
  const Row it = {(const float4 *)input + place, (const float4 *)residual + place, (const float4 *)bias,
                  (const float4 *)gamma,         (const float4 *)beta,             (float4 *)out + place,
                  vectors};
  if (vectors <= warpSize)
    in_registers<1>(it, columns);
  else if (vectors <= 2 * warpSize)
    in_registers<2>(it, columns);
  else if (vectors <= 8 * warpSize)
    in_registers<8>(it, columns);
  else
    in_passes(it, columns);
}
