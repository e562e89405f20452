// Needleman-Wunsch: scores of the best alignments of all beginnings of two sequences.
//
// The matrix is made tile by tile, one diagonal of tiles a launch: first those from the upper left to the long diagonal, then the rest. A
// block has a tile and one thread for each of its columns; they go through it one diagonal of cells at a time.

#include "warpsmith.cuh"

#define TILE 16

// Fills the tile in row `down` and column `across` of the tiles.
WARPSMITH_FN void fill_tile(const int *similarity, int *score, int n, int penalty, int down, int across) {
  __shared__ int cell[TILE + 1][TILE + 1];
  __shared__ int match[TILE][TILE];

  const int tx = threadIdx.x;
  const int top = down * TILE;
  const int left = across * TILE;

  for (int ty = 0; ty < TILE; ++ty) {
    if (top + ty < n && left + tx < n)
      match[ty][tx] = similarity[(top + ty) * n + left + tx];
  }
  // The row above and the column to the left, which are gaps alone where the tile is at the matrix' edge.
  if (left + tx < n)
    cell[0][tx + 1] = top == 0 ? -penalty * (left + tx + 1) : score[(top - 1) * n + left + tx];
  if (top + tx < n)
    cell[tx + 1][0] = left == 0 ? -penalty * (top + tx + 1) : score[(top + tx) * n + left - 1];
  if (tx == 0) {
    if (top == 0)
      cell[0][0] = -penalty * left;
    else if (left == 0)
      cell[0][0] = -penalty * top;
    else
      cell[0][0] = score[(top - 1) * n + left - 1];
  }
  __syncthreads();

  for (int diagonal = 0; diagonal < 2 * TILE - 1; ++diagonal) {
    const int x = tx + 1;
    const int y = diagonal - tx + 1;
    if (y >= 1 && y <= TILE && top + y <= n && left + x <= n) {
      const int both = cell[y - 1][x - 1] + match[y - 1][x - 1];
      cell[y][x] = max(both, max(cell[y][x - 1], cell[y - 1][x]) - penalty);
    }
    __syncthreads();
  }

  for (int ty = 0; ty < TILE; ++ty) {
    if (top + ty < n && left + tx < n)
      score[(top + ty) * n + left + tx] = cell[ty + 1][tx + 1];
  }
}

// Tiles of diagonal `diagonal`, counted from the upper left.
extern "C" __global__ void nw_down(const int *similarity, int *score, int n, int penalty, int diagonal) {
  fill_tile(similarity, score, n, penalty, diagonal - blockIdx.x, blockIdx.x);
}

// Tiles of the diagonal that is `diagonal` + 1 beyond the long one.
extern "C" __global__ void nw_up(const int *similarity, int *score, int n, int penalty, int diagonal) {
  const int last = (n + TILE - 1) / TILE - 1;
  fill_tile(similarity, score, n, penalty, last - blockIdx.x, diagonal + 1 + blockIdx.x);
}
