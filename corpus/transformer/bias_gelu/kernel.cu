// GELU of a sum, in the tanh form: out = v / 2 (1 + tanh(sqrt(2 / pi) (v + 0.044715 v^3))) with v = input[row][column] + bias[column].
//
// One thread an element.

#include "warpsmith.cuh"

extern "C" __global__ void bias_gelu(const float *input, const float *bias, float *out, int rows, int columns) {
  const long i = (long)blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= (long)rows * columns)
    return;

  const float v = input[i] + bias[i % columns];
  const float inner = 0.7978845608f * (v + 0.044715f * v * v * v);
  out[i] = 0.5f * v * (1.0f + tanhf(inner));
}
