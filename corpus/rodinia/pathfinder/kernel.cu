// Pathfinder: the cheapest way through a grid of costs from its first row to each cell of its last, one column aside a row at most.
//
// A block keeps the costs so far of its columns in shared memory, with `border` more at each side, which is as many rows as it can go before
// what it lacks from outside has reached the columns in the middle; those it stores.

#include "warpsmith.cuh"

#define BLOCK 256

// Goes on with `rows` rows of the wall, the first of which is `first`; before row 0 there is no cost.
extern "C" __global__ void pathfinder(const int *wall, const int *cost, int *next, int cols, int first, int rows, int border) {
  __shared__ int before[BLOCK];

  const int tx = threadIdx.x;
  const int col = (int)blockIdx.x * (BLOCK - 2 * border) - border + tx;
  const bool inside = col >= 0 && col < cols;
  const int west = col > 0 ? tx - 1 : tx;
  const int east = col < cols - 1 ? tx + 1 : tx;

  if (inside)
    before[tx] = first == 0 ? 0 : cost[col];
  __syncthreads();

  for (int i = 0; i < rows; ++i) {
    const bool right = inside && tx > i && tx < BLOCK - 1 - i;
    int here = 0;
    if (right)
      here = min(before[tx], min(before[west], before[east])) + wall[(first + i) * cols + col];
    __syncthreads();
    if (right)
      before[tx] = here;
    __syncthreads();
  }

  if (inside && tx >= border && tx < BLOCK - border)
    next[col] = before[tx];
}
