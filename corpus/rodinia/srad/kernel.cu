// SRAD: steps of a diffusion that takes speckle off an image and keeps its edges.
//
// Each step first works out how much speckle the whole image has, then for each cell how freely it flows, from its differences to the four
// cells around it, and then what flows. A cell at the edge is its own neighbour there.

#include "warpsmith.cuh"

#define THREADS 256
#define LAMBDA 0.5f

// The variance of the image over its squared mean, by one block.
extern "C" __global__ void srad_speckle(const float *image, float *speckle, int cells) {
  __shared__ float sums[THREADS];
  __shared__ float squares[THREADS];

  const int tid = threadIdx.x;
  float sum = 0.0f;
  float square = 0.0f;
  for (int i = tid; i < cells; i += THREADS) {
    sum += image[i];
    square += image[i] * image[i];
  }
  sums[tid] = sum;
  squares[tid] = square;
  __syncthreads();
  for (int stride = THREADS / 2; stride > 0; stride /= 2) {
    if (tid < stride) {
      sums[tid] += sums[tid + stride];
      squares[tid] += squares[tid + stride];
    }
    __syncthreads();
  }
  if (tid == 0) {
    const float mean = sums[0] / cells;
    const float variance = squares[0] / cells - mean * mean;
    speckle[0] = variance / (mean * mean);
  }
}

extern "C" __global__ void srad_flow(const float *image, const float *speckle, float *north, float *south, float *west, float *east, float *flow,
                                     int rows, int cols) {
  const int col = blockIdx.x * blockDim.x + threadIdx.x;
  const int row = blockIdx.y * blockDim.y + threadIdx.y;
  if (col >= cols || row >= rows)
    return;

  const int cell = row * cols + col;
  const float here = image[cell];
  const float up = (row > 0 ? image[cell - cols] : here) - here;
  const float down = (row < rows - 1 ? image[cell + cols] : here) - here;
  const float left = (col > 0 ? image[cell - 1] : here) - here;
  const float right = (col < cols - 1 ? image[cell + 1] : here) - here;

  const float squares = (up * up + down * down + left * left + right * right) / (here * here);
  const float laplacian = (up + down + left + right) / here;
  const float denominator = 1.0f + 0.25f * laplacian;
  const float steepness = (0.5f * squares - laplacian * laplacian / 16.0f) / (denominator * denominator);
  const float whole = speckle[0];
  const float c = 1.0f / (1.0f + (steepness - whole) / (whole * (1.0f + whole)));

  north[cell] = up;
  south[cell] = down;
  west[cell] = left;
  east[cell] = right;
  flow[cell] = fminf(fmaxf(c, 0.0f), 1.0f);
}

extern "C" __global__ void srad_update(float *image, const float *north, const float *south, const float *west, const float *east,
                                       const float *flow, int rows, int cols) {
  const int col = blockIdx.x * blockDim.x + threadIdx.x;
  const int row = blockIdx.y * blockDim.y + threadIdx.y;
  if (col >= cols || row >= rows)
    return;

  const int cell = row * cols + col;
  const float here = flow[cell];
  const float below = row < rows - 1 ? flow[cell + cols] : here;
  const float beside = col < cols - 1 ? flow[cell + 1] : here;
  const float change = here * north[cell] + below * south[cell] + here * west[cell] + beside * east[cell];
  image[cell] += 0.25f * LAMBDA * change;
}
