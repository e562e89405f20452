// LU decomposition without pivoting, tuned by hand.
//
// The diagonal block is decomposed by half a warp, a row in the registers of each lane, the row that is taken off by shuffles. In the blocks
// around it each lane has a column or a row in registers. Inside, a thread has four rows of a column, so that each number from shared memory
// is used four times, and a block has two blocks of the matrix side by side.

#include "warpsmith.cuh"

#define BLOCK 16

extern "C" __global__ void lud_diagonal(float *__restrict__ matrix, int n, int step) {
  __shared__ float block[BLOCK][BLOCK + 1];

  const int tx = threadIdx.x;
  const int offset = step * BLOCK;
  float row[BLOCK];
#pragma unroll
  for (int i = 0; i < BLOCK; ++i)
    row[i] = matrix[(offset + i) * n + offset + tx];
#pragma unroll
  for (int i = 0; i < BLOCK; ++i)
    block[i][tx] = row[i];
  __syncwarp(0xffffu);
#pragma unroll
  for (int j = 0; j < BLOCK; ++j)
    row[j] = block[tx][j];

#pragma unroll
  for (int k = 0; k < BLOCK - 1; ++k) {
    const float pivot = __shfl_sync(0xffffu, row[k], k, BLOCK);
    const float factor = row[k] / pivot;
    if (tx > k)
      row[k] = factor;
#pragma unroll
    for (int j = k + 1; j < BLOCK; ++j) {
      const float above = __shfl_sync(0xffffu, row[j], k, BLOCK);
      if (tx > k)
        row[j] = fmaf(-factor, above, row[j]);
    }
  }

#pragma unroll
  for (int j = 0; j < BLOCK; ++j)
    block[tx][j] = row[j];
  __syncwarp(0xffffu);
#pragma unroll
  for (int i = 0; i < BLOCK; ++i)
    matrix[(offset + i) * n + offset + tx] = block[i][tx];
}

extern "C" __global__ void lud_perimeter(float *__restrict__ matrix, int n, int step) {
  __shared__ float diagonal[BLOCK][BLOCK + 1];
  __shared__ float below[BLOCK][BLOCK + 1];

  const int lane = threadIdx.x;
  const int tx = lane % BLOCK;
  const int half = lane / BLOCK;
  const int offset = step * BLOCK;
  const int other = offset + ((int)blockIdx.x + 1) * BLOCK;
  float line[BLOCK];
#pragma unroll
  for (int i = 0; i < BLOCK; i += 2)
    diagonal[i + half][tx] = matrix[(offset + i + half) * n + offset + tx];
  // Columns of the block to the right in the first half of the warp, rows of the one below in the second.
#pragma unroll
  for (int i = 0; i < BLOCK; ++i)
    line[i] = matrix[(half == 0 ? (offset + i) * n + other : (other + i) * n + offset) + tx];
  if (half == 1) {
#pragma unroll
    for (int i = 0; i < BLOCK; ++i)
      below[i][tx] = line[i];
  }
  __syncwarp();

  if (half == 0) {
#pragma unroll
    for (int i = 1; i < BLOCK; ++i) {
#pragma unroll
      for (int k = 0; k < i; ++k)
        line[i] = fmaf(-diagonal[i][k], line[k], line[i]);
      matrix[(offset + i) * n + other + tx] = line[i];
    }
  } else {
#pragma unroll
    for (int j = 0; j < BLOCK; ++j)
      line[j] = below[tx][j];
#pragma unroll
    for (int j = 0; j < BLOCK; ++j) {
#pragma unroll
      for (int k = 0; k < j; ++k)
        line[j] = fmaf(-line[k], diagonal[k][j], line[j]);
      line[j] = line[j] / diagonal[j][j];
      below[tx][j] = line[j];
    }
  }
  __syncwarp();
#pragma unroll
  for (int i = 0; i < BLOCK; i += 2)
    matrix[(other + i + half) * n + offset + tx] = below[i + half][tx];
}

extern "C" __global__ void lud_internal(float *__restrict__ matrix, int n, int step) {
  __shared__ float right[BLOCK][2 * BLOCK];
  __shared__ __attribute__((aligned(16))) float below[BLOCK][BLOCK];

  // 32 threads across, 4 down: each has rows ty, ty + 4, ty + 8, ty + 12.
  const int tx = threadIdx.x;
  const int ty = threadIdx.y;
  const int offset = step * BLOCK;
  const int top = offset + ((int)blockIdx.y + 1) * BLOCK;
  const int col = offset + ((int)blockIdx.x * 2 + 1) * BLOCK + tx;
  const bool inside = col < n;
#pragma unroll
  for (int i = 0; i < BLOCK; i += 4)
    right[i + ty][tx] = inside ? matrix[(offset + i + ty) * n + col] : 0.0f;
#pragma unroll
  for (int i = 0; i < BLOCK; i += 8)
    below[i + ty * 2 + tx / BLOCK][tx % BLOCK] = matrix[(top + i + ty * 2 + tx / BLOCK) * n + offset + tx % BLOCK];
  float cell[4];
#pragma unroll
  for (int r = 0; r < 4; ++r)
    cell[r] = inside ? matrix[(top + ty + 4 * r) * n + col] : 0.0f;
  __syncthreads();

#pragma unroll
  for (int k = 0; k < BLOCK; k += 4) {
    float4 left[4];
#pragma unroll
    for (int r = 0; r < 4; ++r)
      left[r] = *(const float4 *)&below[ty + 4 * r][k];
    const float a = right[k][tx];
    const float b = right[k + 1][tx];
    const float c = right[k + 2][tx];
    const float d = right[k + 3][tx];
#pragma unroll
    for (int r = 0; r < 4; ++r) {
      cell[r] = fmaf(-left[r].x, a, cell[r]);
      cell[r] = fmaf(-left[r].y, b, cell[r]);
      cell[r] = fmaf(-left[r].z, c, cell[r]);
      cell[r] = fmaf(-left[r].w, d, cell[r]);
    }
  }
  if (inside) {
#pragma unroll
    for (int r = 0; r < 4; ++r)
      matrix[(top + ty + 4 * r) * n + col] = cell[r];
  }
}
