// LU decomposition without pivoting, in place, block column by block column.
//
// First the block on the diagonal is decomposed, then with it the blocks to its right and below, then from these what is left of the matrix is
// taken off.

#include "warpsmith.cuh"

#define BLOCK 16

// One block of 16 threads, one for each row or column.
extern "C" __global__ void lud_diagonal(float *matrix, int n, int step) {
  __shared__ float block[BLOCK][BLOCK];

  const int tx = threadIdx.x;
  const int offset = step * BLOCK;
  for (int i = 0; i < BLOCK; ++i)
    block[i][tx] = matrix[(offset + i) * n + offset + tx];
  __syncthreads();

  for (int k = 0; k < BLOCK - 1; ++k) {
    if (tx > k)
      block[tx][k] /= block[k][k];
    __syncthreads();
    if (tx > k) {
      for (int j = k + 1; j < BLOCK; ++j)
        block[tx][j] -= block[tx][k] * block[k][j];
    }
    __syncthreads();
  }

  for (int i = 0; i < BLOCK; ++i)
    matrix[(offset + i) * n + offset + tx] = block[i][tx];
}

// For each block behind the diagonal one a block to its right and one below: the first 16 threads have that of the row, the others that of the
// column.
extern "C" __global__ void lud_perimeter(float *matrix, int n, int step) {
  __shared__ float diagonal[BLOCK][BLOCK];
  __shared__ float right[BLOCK][BLOCK];
  __shared__ float below[BLOCK][BLOCK];

  const int tid = threadIdx.x;
  const int tx = tid % BLOCK;
  const int offset = step * BLOCK;
  const int other = offset + ((int)blockIdx.x + 1) * BLOCK;
  for (int i = tid / BLOCK; i < BLOCK; i += 2) {
    diagonal[i][tx] = matrix[(offset + i) * n + offset + tx];
    right[i][tx] = matrix[(offset + i) * n + other + tx];
    below[i][tx] = matrix[(other + i) * n + offset + tx];
  }
  __syncthreads();

  if (tid < BLOCK) {
    for (int i = 1; i < BLOCK; ++i) {
      for (int k = 0; k < i; ++k)
        right[i][tx] -= diagonal[i][k] * right[k][tx];
    }
  } else {
    for (int j = 0; j < BLOCK; ++j) {
      for (int k = 0; k < j; ++k)
        below[tx][j] -= below[tx][k] * diagonal[k][j];
      below[tx][j] /= diagonal[j][j];
    }
  }
  __syncthreads();

  for (int i = tid / BLOCK; i < BLOCK; i += 2) {
    matrix[(offset + i) * n + other + tx] = right[i][tx];
    matrix[(other + i) * n + offset + tx] = below[i][tx];
  }
}

extern "C" __global__ void lud_internal(float *matrix, int n, int step) {
  __shared__ float right[BLOCK][BLOCK];
  __shared__ float below[BLOCK][BLOCK];

  const int tx = threadIdx.x;
  const int ty = threadIdx.y;
  const int offset = step * BLOCK;
  const int row = offset + ((int)blockIdx.y + 1) * BLOCK + ty;
  const int col = offset + ((int)blockIdx.x + 1) * BLOCK + tx;
  right[ty][tx] = matrix[(offset + ty) * n + col];
  below[ty][tx] = matrix[row * n + offset + tx];
  __syncthreads();

  float sum = 0.0f;
  for (int k = 0; k < BLOCK; ++k)
    sum += below[ty][k] * right[k][tx];
  matrix[row * n + col] -= sum;
}
