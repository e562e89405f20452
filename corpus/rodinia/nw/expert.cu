// Needleman-Wunsch, tuned by hand: half a warp fills a tile without a barrier of the block.
//
// Each lane has a row of the tile. Lane i is i columns behind lane 0, so that the cell above comes from its neighbour by one shuffle; the cell
// to the left and the one above that are its own from before. The tile itself is in shared memory, in rows of an odd length: similarities
// come in and scores go out in whole rows, and each score takes the place of its similarity.

#include "warpsmith.cuh"

#define TILE 16
// Tiles of a block, at most.
#define TILES 8

WARPSMITH_FN void fill_tile(const int *__restrict__ similarity, int *__restrict__ score, int n, int penalty, int down, int across,
                            bool there) {
  __shared__ int cells[TILES][TILE][TILE + 1];

  const int lane = threadIdx.x % TILE;
  int(*const cell)[TILE + 1] = cells[threadIdx.x / TILE];
  const int left = across * TILE;
  const int top = down * TILE;
  const int row = top + lane;
  const int rows = there ? min(n - top, TILE) : 0;
  const int columns = there ? min(n - left, TILE) : 0;

  if (rows == TILE && columns == TILE) {
    int line[TILE];
#pragma unroll
    for (int y = 0; y < TILE; ++y)
      line[y] = similarity[(top + y) * n + left + lane];
#pragma unroll
    for (int y = 0; y < TILE; ++y)
      cell[y][lane] = line[y];
  } else {
    for (int y = 0; y < rows; ++y) {
      if (lane < columns)
        cell[y][lane] = similarity[(top + y) * n + left + lane];
    }
  }

  // The cell to the left and the one above it; and the row above the tile, a column in each lane.
  const bool in_rows = lane < rows;
  int beside = -penalty * (row + 1);
  int before = -penalty * (row == 0 ? left : row);
  if (left > 0 && in_rows) {
    beside = score[row * n + left - 1];
    if (row > 0)
      before = score[(row - 1) * n + left - 1];
  }
  int over = -penalty * (left + lane + 1);
  if (top > 0 && lane < columns)
    over = score[(top - 1) * n + left + lane];
  __syncwarp();

  int passed = 0;
#pragma unroll
  for (int s = 0; s < 2 * TILE - 1; ++s) {
    int above = __shfl_up_sync(0xffffffffu, passed, 1, TILE);
    if (s < TILE) {
      const int first = __shfl_sync(0xffffffffu, over, s, TILE);
      above = lane == 0 ? first : above;
    }
    const int x = s - lane;
    if (in_rows && x >= 0 && x < columns) {
      passed = max(before + cell[lane][x], max(beside, above) - penalty);
      cell[lane][x] = passed;
      before = above;
      beside = passed;
    }
  }
  __syncwarp();

  for (int y = 0; y < rows; ++y) {
    if (lane < columns)
      score[(top + y) * n + left + lane] = cell[y][lane];
  }
}

extern "C" __global__ void nw_down(const int *__restrict__ similarity, int *__restrict__ score, int n, int penalty, int diagonal) {
  const int tile = (blockIdx.x * blockDim.x + threadIdx.x) / TILE;
  fill_tile(similarity, score, n, penalty, diagonal - tile, tile, tile <= diagonal);
}

extern "C" __global__ void nw_up(const int *__restrict__ similarity, int *__restrict__ score, int n, int penalty, int diagonal) {
  const int tiles = (n + TILE - 1) / TILE;
  const int tile = (blockIdx.x * blockDim.x + threadIdx.x) / TILE;
  fill_tile(similarity, score, n, penalty, tiles - 1 - tile, diagonal + 1 + tile, diagonal + 1 + tile < tiles);
}
