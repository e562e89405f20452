// GELU of a sum, tuned by hand: v / 2 (1 + tanh u) = v / (1 + e^-2u), with u as in kernel.cu.
//
// Four columns of several rows a thread: the bias is read once, and what is read and written are whole vectors. The exponent is a
// polynomial of v with all constants in it, and the one division takes the special function unit's reciprocal.

#include "warpsmith.cuh"

// Rows of a thread.
#define ROWS 4

WARPSMITH_FN float gelu(float v) {
  // 2^x = e^-2u, u = sqrt(2 / pi) (v + 0.044715 v^3): factors are -2 log2(e) sqrt(2 / pi), and that times 0.044715. Beyond 2^126
  // the result is zero in any case, and the quotient stays defined.
  const float x = fminf(v * fmaf(-0.10294324f, v * v, -2.3022082f), 126.0f);
  return __fdividef(v, 1.0f + __exp2f(x));
}

extern "C" __global__ void bias_gelu(const float *__restrict__ input, const float *__restrict__ bias,
                                     float *__restrict__ out, int rows, int columns) {
  const int vectors = columns / 4;
  const int column = blockIdx.x * blockDim.x + threadIdx.x;
  const int first = (blockIdx.y * blockDim.y + threadIdx.y) * ROWS;
  if (column >= vectors)
    return;

  const float4 b = ((const float4 *)bias)[column];
  const long place = (long)first * vectors + column;
  const float4 *from = (const float4 *)input + place;
  float4 *to = (float4 *)out + place;
  float4 v[ROWS];
#pragma unroll
  for (int r = 0; r < ROWS; ++r)
    if (first + r < rows)
      v[r] = from[(long)r * vectors] + b;
#pragma unroll
  for (int r = 0; r < ROWS; ++r) {
    if (first + r < rows) {
      float4 y;
      y.x = gelu(v[r].x);
      y.y = gelu(v[r].y);
      y.z = gelu(v[r].z);
      y.w = gelu(v[r].w);
      to[(long)r * vectors] = y;
    }
  }
}
