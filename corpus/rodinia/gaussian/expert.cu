// Gaussian elimination without pivoting, tuned by hand.
//
// A thread takes four columns of four rows, which begin at a multiple of four, so that they are loaded and stored by 16 bytes where rows are
// aligned, and reads its part of the pivot's row once. All its rows are read before any is written.

#include "warpsmith.cuh"

#define ROWS 4

extern "C" __global__ void gaussian_fan1(const float *__restrict__ a, float *__restrict__ factor, int n, int t) {
  const int row = t + 1 + (int)(blockIdx.x * blockDim.x + threadIdx.x);
  if (row < n)
    factor[row] = a[row * n + t] / a[t * n + t];
}

extern "C" __global__ void gaussian_fan2(float *__restrict__ a, float *__restrict__ b, const float *__restrict__ factor, int n, int t) {
  const int col = t / 4 * 4 + 4 * (int)(blockIdx.x * blockDim.x + threadIdx.x);
  const int first = t + 1 + ROWS * (int)(blockIdx.y * blockDim.y + threadIdx.y);
  if (col >= n || first >= n)
    return;

  float times[ROWS];
#pragma unroll
  for (int r = 0; r < ROWS; ++r)
    times[r] = factor[min(first + r, n - 1)];

  if (n % 4 == 0) {
    const float4 pivot = *(const float4 *)(a + t * n + col);
    float4 cell[ROWS];
#pragma unroll
    for (int r = 0; r < ROWS; ++r)
      cell[r] = *(const float4 *)(a + min(first + r, n - 1) * n + col);
#pragma unroll
    for (int r = 0; r < ROWS; ++r) {
      // What is left of the pivot's column stays as it is, and the column itself is zero.
      cell[r].x = col < t ? cell[r].x : col == t ? 0.0f : fmaf(-times[r], pivot.x, cell[r].x);
      cell[r].y = col + 1 < t ? cell[r].y : col + 1 == t ? 0.0f : fmaf(-times[r], pivot.y, cell[r].y);
      cell[r].z = col + 2 < t ? cell[r].z : col + 2 == t ? 0.0f : fmaf(-times[r], pivot.z, cell[r].z);
      cell[r].w = col + 3 == t ? 0.0f : fmaf(-times[r], pivot.w, cell[r].w);
      if (first + r < n)
        *(float4 *)(a + (first + r) * n + col) = cell[r];
    }
  } else {
#pragma unroll
    for (int e = 0; e < 4; ++e) {
      const int at = col + e;
      if (at >= t && at < n) {
        const float pivot = a[t * n + at];
#pragma unroll
        for (int r = 0; r < ROWS; ++r)
          if (first + r < n)
            a[(first + r) * n + at] = at == t ? 0.0f : fmaf(-times[r], pivot, a[(first + r) * n + at]);
      }
    }
  }

  if (col <= t) {
#pragma unroll
    for (int r = 0; r < ROWS; ++r)
      if (first + r < n)
        b[first + r] = fmaf(-times[r], b[t], b[first + r]);
  }
}
