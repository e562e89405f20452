#include <cuda_runtime.h>
#define TILE 16

__device__ float product(const float (*a)[TILE], const float (*b)[TILE]) {
  float sum = 0.0f;
  for (int i = 0; i < TILE; ++i) sum += a[threadIdx.y][i] * b[i][threadIdx.x];
  return sum;
}

__global__ void matmul(const float *a, const float *b, float *c, int m, int n, int k) {
  __shared__ float of_a[TILE][TILE], of_b[TILE][TILE];
  int row = blockIdx.y * TILE + threadIdx.y, column = blockIdx.x * TILE + threadIdx.x;
  float sum = 0.0f;
  for (int at = 0; at < k; at += TILE) {
    int x = at + threadIdx.x, y = at + threadIdx.y;
    of_a[threadIdx.y][threadIdx.x] = row < m && x < k ? a[row * k + x] : 0.0f;
    of_b[threadIdx.y][threadIdx.x] = column < n && y < k ? b[y * n + column] : 0.0f;
    __syncthreads();
    sum += product(of_a, of_b);
    __syncthreads();
  }
  if (row < m && column < n) c[row * n + column] = sum;
}

__global__ void fill(float *out, int n) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) out[i] = 1.0f;
}
