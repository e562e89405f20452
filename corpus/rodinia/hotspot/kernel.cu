// Hotspot: `steps` steps of the temperature of a chip, of which every cell takes power and passes heat to its neighbours and the surroundings.
//
// A block loads a tile with a border of `border` cells, which is as many steps as it can make before what it lacks from outside has reached
// the cells in the middle; those it stores. A cell at the edge of the chip is its own neighbour there.

#include "warpsmith.cuh"

#define BLOCK 16

#define CHIP_SIDE 0.016f
#define THICKNESS 0.0005f
#define CONDUCTIVITY 100.0f
#define HEAT (0.5f * 1.75e6f)
#define MAX_POWER 3.0e6f
#define PRECISION 0.001f
#define AMBIENT 80.0f

extern "C" __global__ void hotspot(const float *power, const float *temp, float *next, int cols, int rows, int border, int steps) {
  __shared__ float now[BLOCK][BLOCK];
  __shared__ float watts[BLOCK][BLOCK];

  // Metres, seconds, and kelvins per watt.
  const float width = CHIP_SIDE / cols;
  const float height = CHIP_SIDE / rows;
  const float step = PRECISION / (MAX_POWER / (HEAT * THICKNESS));
  const float capacity = HEAT * THICKNESS * width * height;
  const float rx = width / (2.0f * CONDUCTIVITY * THICKNESS * height);
  const float ry = height / (2.0f * CONDUCTIVITY * THICKNESS * width);
  const float rz = THICKNESS / (CONDUCTIVITY * height * width);

  const int tx = threadIdx.x;
  const int ty = threadIdx.y;
  const int middle = BLOCK - 2 * border;
  const int col = (int)blockIdx.x * middle - border + tx;
  const int row = (int)blockIdx.y * middle - border + ty;
  const bool inside = col >= 0 && col < cols && row >= 0 && row < rows;

  if (inside) {
    now[ty][tx] = temp[row * cols + col];
    watts[ty][tx] = power[row * cols + col];
  }
  __syncthreads();

  const int west = col > 0 ? tx - 1 : tx;
  const int east = col < cols - 1 ? tx + 1 : tx;
  const int north = row > 0 ? ty - 1 : ty;
  const int south = row < rows - 1 ? ty + 1 : ty;

  for (int i = 0; i < steps; ++i) {
    // After each step the cells that are right are one fewer at every side.
    const bool right = tx > i && tx < BLOCK - 1 - i && ty > i && ty < BLOCK - 1 - i;
    float then = 0.0f;
    if (inside && right) {
      const float here = now[ty][tx];
      then = here + step / capacity *
                        (watts[ty][tx] + (now[south][tx] + now[north][tx] - 2.0 * here) / ry +
                         (now[ty][east] + now[ty][west] - 2.0 * here) / rx + (AMBIENT - here) / rz);
    }
    __syncthreads();
    if (inside && right)
      now[ty][tx] = then;
    __syncthreads();
  }

  const bool kept = tx >= border && tx < BLOCK - border && ty >= border && ty < BLOCK - border;
  if (inside && kept)
    next[row * cols + col] = now[ty][tx];
}
