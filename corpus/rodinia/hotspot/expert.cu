// Hotspot, tuned by hand: a block of 8 warps makes its steps on a tile of 32 columns and 32 rows.
//
// A warp has a row of the tile in its lanes and four rows in registers: neighbours to the side come by shuffles, those above and below from
// registers but for the first and the last, which go through shared memory, twice over so that one barrier a step is enough. Everything that
// depends on the chip alone is worked out once.

#include "warpsmith.cuh"

#define TILE 32
#define WARPS 8
#define ROWS (TILE / WARPS)

#define CHIP_SIDE 0.016f
#define THICKNESS 0.0005f
#define CONDUCTIVITY 100.0f
#define HEAT (0.5f * 1.75e6f)
#define MAX_POWER 3.0e6f
#define PRECISION 0.001f
#define AMBIENT 80.0f

extern "C" __global__ void __launch_bounds__(TILE *WARPS)
    hotspot(const float *__restrict__ power, const float *__restrict__ temp, float *__restrict__ next, int cols, int rows, int border,
            int steps) {
  // The first and the last row of each warp, now and in the next step.
  __shared__ float edge[2][WARPS][2][TILE];

  const float width = CHIP_SIDE / cols;
  const float height = CHIP_SIDE / rows;
  const float gain = PRECISION / (MAX_POWER / (HEAT * THICKNESS)) / (HEAT * THICKNESS * width * height);
  const float to_sides = gain * (2.0f * CONDUCTIVITY * THICKNESS) * (height / width);
  const float to_ends = gain * (2.0f * CONDUCTIVITY * THICKNESS) * (width / height);
  const float to_outside = gain * (CONDUCTIVITY / THICKNESS) * (height * width);

  const int lane = threadIdx.x;
  const int warp = threadIdx.y;
  const int middle = TILE - 2 * border;
  const int col = (int)blockIdx.x * middle - border + lane;
  const int top = (int)blockIdx.y * middle - border + warp * ROWS;
  const int near_col = min(max(col, 0), cols - 1);

  float here[ROWS];
  float heat[ROWS];
#pragma unroll
  for (int r = 0; r < ROWS; ++r) {
    // Cells beyond the chip have the values of those at its edge, but they are not kept: see `stays`.
    const int at = min(max(top + r, 0), rows - 1) * cols + near_col;
    here[r] = temp[at];
    heat[r] = fmaf(gain, power[at], to_outside * AMBIENT);
  }
  edge[0][warp][0][lane] = here[0];
  edge[0][warp][1][lane] = here[ROWS - 1];
  __syncthreads();

  const bool leftmost = col <= 0;
  const bool rightmost = col >= cols - 1;
  const int above_warp = max(warp - 1, 0);
  const int below_warp = min(warp + 1, WARPS - 1);
  for (int i = 0; i < steps; ++i) {
    float above = edge[i & 1][above_warp][1][lane];
    const float after = edge[i & 1][below_warp][0][lane];
#pragma unroll
    for (int r = 0; r < ROWS; ++r) {
      const float centre = here[r];
      float west = __shfl_up_sync(0xffffffffu, centre, 1);
      float east = __shfl_down_sync(0xffffffffu, centre, 1);
      float below = r + 1 < ROWS ? here[r + 1] : after;
      west = leftmost ? centre : west;
      east = rightmost ? centre : east;
      above = top + r <= 0 ? centre : above;
      below = top + r >= rows - 1 ? centre : below;
      float change = fmaf(-to_outside, centre, heat[r]);
      change = fmaf(to_sides, (west - centre) + (east - centre), change);
      change = fmaf(to_ends, (above - centre) + (below - centre), change);
      above = centre;
      here[r] = centre + change;
    }
    if (i + 1 < steps) {
      edge[~i & 1][warp][0][lane] = here[0];
      edge[~i & 1][warp][1][lane] = here[ROWS - 1];
      __syncthreads();
    }
  }

  const bool in_cols = lane >= border && lane < TILE - border && col < cols;
#pragma unroll
  for (int r = 0; r < ROWS; ++r) {
    const int line = warp * ROWS + r;
    if (in_cols && line >= border && line < TILE - border && top + r < rows)
      next[(top + r) * cols + col] = here[r];
  }
}
