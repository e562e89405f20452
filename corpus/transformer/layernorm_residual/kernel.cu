// Layer normalisation of a sum: out = gamma (x - mean) / sqrt(variance + 1e-5) + beta with x = input + residual + bias, row by row.
//
// One block a row. Mean and variance are reduced over the block in shared memory, a value a thread; the block is a power of two
// of threads.

#include "warpsmith.cuh"

WARPSMITH_FN float block_sum(float *partial, float value) {
  const int tid = threadIdx.x;
  partial[tid] = value;
  __syncthreads();
  for (int half = blockDim.x / 2; half > 0; half /= 2) {
    if (tid < half)
      partial[tid] += partial[tid + half];
    __syncthreads();
  }
  const float sum = partial[0];
  __syncthreads();
  return sum;
}

extern "C" __global__ void layernorm_residual(const float *input, const float *residual, const float *bias,
                                              const float *gamma, const float *beta, float *out, int rows,
                                              int columns) {
  extern __shared__ float partial[];
  const int row = blockIdx.x;
  if (row >= rows)
    return;

  float sum = 0.0f;
  for (int i = threadIdx.x; i < columns; i += blockDim.x)
    sum += input[(long)row * columns + i] + residual[(long)row * columns + i] + bias[i];
  const float mean = block_sum(partial, sum) / columns;

  float squares = 0.0f;
  for (int i = threadIdx.x; i < columns; i += blockDim.x) {
    const float away = input[(long)row * columns + i] + residual[(long)row * columns + i] + bias[i] - mean;
    squares += away * away;
  }
  const float variance = block_sum(partial, squares) / columns;

  for (int i = threadIdx.x; i < columns; i += blockDim.x) {
    const float x = input[(long)row * columns + i] + residual[(long)row * columns + i] + bias[i];
    out[(long)row * columns + i] = gamma[i] * (x - mean) / sqrtf(variance + 1e-5f) + beta[i];
  }
}
