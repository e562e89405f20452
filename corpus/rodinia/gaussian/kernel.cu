// Gaussian elimination without pivoting, column by column: a triangular system is left, zeros below the diagonal.

#include "warpsmith.cuh"

// How many times the pivot's row is taken off each row below it.
extern "C" __global__ void gaussian_fan1(const float *a, float *factor, int n, int t) {
  const int row = t + 1 + (int)(blockIdx.x * blockDim.x + threadIdx.x);
  if (row < n)
    factor[row] = a[row * n + t] / a[t * n + t];
}

// Takes it off, from the column of the pivot on, and from the right side.
extern "C" __global__ void gaussian_fan2(float *a, float *b, const float *factor, int n, int t) {
  const int col = t + (int)(blockIdx.x * blockDim.x + threadIdx.x);
  const int row = t + 1 + (int)(blockIdx.y * blockDim.y + threadIdx.y);
  if (row >= n || col >= n)
    return;

  if (col == t) {
    a[row * n + col] = 0.0f;
    b[row] -= factor[row] * b[t];
  } else {
    a[row * n + col] -= factor[row] * a[t * n + col];
  }
}
