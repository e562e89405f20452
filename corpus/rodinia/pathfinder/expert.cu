// Pathfinder, tuned by hand: a warp goes on alone.
//
// A warp has 128 columns, four in each lane, so that a row of the wall comes in one load of 16 bytes where it may, and costs of neighbouring
// lanes come by two shuffles a row: no shared memory, no barrier. The next row of the wall is read before this one is used.

#include "warpsmith.cuh"

#define EACH 4
#define WIDTH (EACH * 32)

WARPSMITH_FN void load_row(const int *__restrict__ wall, int at, int col, int cols, bool vector, int (&row)[EACH]) {
  if (vector) {
    const int4 four = *(const int4 *)(wall + at + col);
    row[0] = four.x;
    row[1] = four.y;
    row[2] = four.z;
    row[3] = four.w;
  } else {
#pragma unroll
    for (int e = 0; e < EACH; ++e)
      row[e] = wall[at + min(max(col + e, 0), cols - 1)];
  }
}

extern "C" __global__ void pathfinder(const int *__restrict__ wall, const int *__restrict__ cost, int *__restrict__ next, int cols, int first,
                                      int rows, int border) {
  const int lane = threadIdx.x % 32;
  const int warp = (blockIdx.x * blockDim.x + threadIdx.x) / 32;
  // Columns of a lane begin at a multiple of four, so the border is one, too.
  const int aside = (border + EACH - 1) / EACH * EACH;
  const int col = warp * (WIDTH - 2 * aside) - aside + lane * EACH;
  const bool vector = cols % EACH == 0 && col >= 0 && col + EACH <= cols;
  const int unreached = 1 << 30;

  int here[EACH];
#pragma unroll
  for (int e = 0; e < EACH; ++e) {
    const bool inside = col + e >= 0 && col + e < cols;
    here[e] = !inside ? unreached : first == 0 ? 0 : cost[col + e];
  }
  int step[EACH];
  load_row(wall, first * cols, col, cols, vector, step);
  for (int i = 0; i < rows; ++i) {
    int later[EACH];
    const int ahead = min(i + 1, rows - 1);
    load_row(wall, (first + ahead) * cols, col, cols, vector, later);
    int west = __shfl_up_sync(0xffffffffu, here[EACH - 1], 1);
    const int east = __shfl_down_sync(0xffffffffu, here[0], 1);
#pragma unroll
    for (int e = 0; e < EACH; ++e) {
      const int own = here[e];
      const int beyond = e + 1 < EACH ? here[e + 1] : east;
      const bool inside = col + e >= 0 && col + e < cols;
      here[e] = inside ? min(own, min(west, beyond)) + step[e] : unreached;
      west = own;
      step[e] = later[e];
    }
  }
#pragma unroll
  for (int e = 0; e < EACH; ++e) {
    const int at = lane * EACH + e;
    if (at >= aside && at < WIDTH - aside && col + e < cols)
      next[col + e] = here[e];
  }
}
