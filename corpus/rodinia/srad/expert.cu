// SRAD, tuned by hand.
//
// The sums are made by 1024 threads with vector loads and shuffles. What flows to the north and to the west has the cell's own coefficient, so
// their sum is kept instead of two differences: a third less to store and to read again. Neighbours to the side come from the same cache
// line; divisions are by the special function unit's reciprocal.

#include "warpsmith.cuh"

#define THREADS 1024
#define WARPS (THREADS / 32)
#define LAMBDA 0.5f

WARPSMITH_FN float warp_sum(float value) {
#pragma unroll
  for (int away = warpSize / 2; away > 0; away /= 2)
    value += __shfl_xor_sync(0xffffffffu, value, away);
  return value;
}

extern "C" __global__ void __launch_bounds__(THREADS) srad_speckle(const float *__restrict__ image, float *__restrict__ speckle, int cells) {
  __shared__ float sums[WARPS];
  __shared__ float squares[WARPS];

  const int tid = threadIdx.x;
  const int lane = tid % warpSize;
  float4 sum = 0.0f;
  float4 square = 0.0f;
  const float4 *fours = (const float4 *)image;
#pragma unroll 4
  for (int i = tid; i < cells / 4; i += THREADS) {
    const float4 four = fours[i];
    sum += four;
    square += four * four;
  }
  float one = (sum.x + sum.y) + (sum.z + sum.w);
  float two = (square.x + square.y) + (square.z + square.w);
  if (tid < cells % 4) {
    const float rest = image[cells / 4 * 4 + tid];
    one += rest;
    two += rest * rest;
  }
  one = warp_sum(one);
  two = warp_sum(two);
  if (lane == 0) {
    sums[tid / warpSize] = one;
    squares[tid / warpSize] = two;
  }
  __syncthreads();
  if (tid < warpSize) {
    one = warp_sum(sums[lane]);
    two = warp_sum(squares[lane]);
    if (lane == 0) {
      const float mean = one / cells;
      speckle[0] = (two / cells - mean * mean) / (mean * mean);
    }
  }
}

extern "C" __global__ void srad_flow(const float *__restrict__ image, const float *__restrict__ speckle, float *__restrict__ north,
                                     float *__restrict__ south, float *__restrict__ west, float *__restrict__ east, float *__restrict__ flow,
                                     int rows, int cols) {
  const int col = blockIdx.x * blockDim.x + threadIdx.x;
  const int row = blockIdx.y * blockDim.y + threadIdx.y;
  if (col >= cols || row >= rows)
    return;

  const int cell = row * cols + col;
  const float here = image[cell];
  const float up = image[row > 0 ? cell - cols : cell] - here;
  const float down = image[row < rows - 1 ? cell + cols : cell] - here;
  const float left = image[col > 0 ? cell - 1 : cell] - here;
  const float right = image[col < cols - 1 ? cell + 1 : cell] - here;

  const float inverse = __fdividef(1.0f, here);
  const float back = up + left;
  const float squares = fmaf(up, up, fmaf(down, down, fmaf(left, left, right * right))) * inverse * inverse;
  const float laplacian = (back + down + right) * inverse;
  const float denominator = fmaf(0.25f, laplacian, 1.0f);
  const float steepness = __fdividef(fmaf(0.5f, squares, -0.0625f * laplacian * laplacian), denominator * denominator);
  const float whole = speckle[0];
  // 1 / (1 + (s - w) / (w + w w)) = (w + w w) / (w w + s)
  const float squared = whole * whole;
  const float c = __fdividef(whole + squared, squared + steepness);
  const float free = fminf(fmaxf(c, 0.0f), 1.0f);

  north[cell] = free * back;
  south[cell] = down;
  east[cell] = right;
  flow[cell] = free;
}

extern "C" __global__ void srad_update(float *__restrict__ image, const float *__restrict__ north, const float *__restrict__ south,
                                       const float *__restrict__ west, const float *__restrict__ east, const float *__restrict__ flow,
                                       int rows, int cols) {
  const int col = blockIdx.x * blockDim.x + threadIdx.x;
  const int row = blockIdx.y * blockDim.y + threadIdx.y;
  if (col >= cols || row >= rows)
    return;

  const int cell = row * cols + col;
  // At the edges the differences are zero, whatever they are multiplied by.
  const float below = flow[row < rows - 1 ? cell + cols : cell];
  const float beside = flow[col < cols - 1 ? cell + 1 : cell];
  const float change = fmaf(below, south[cell], fmaf(beside, east[cell], north[cell]));
  image[cell] = fmaf(0.25f * LAMBDA, change, image[cell]);
}
