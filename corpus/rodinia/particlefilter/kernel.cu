// Particle filter: each particle is drawn anew, as often as its weight says.
//
// For each of the evenly spread numbers u the first of the summed weights that is no smaller is looked for, one after the other; the particle there
// is the one that is drawn.

#include "warpsmith.cuh"

extern "C" __global__ void find_index(const float *cdf, const float *u, const float *x, const float *y, float *xj, float *yj, int particles) {
  const int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= particles)
    return;

  int index = -1;
  for (int j = 0; j < particles; ++j) {
    if (cdf[j] >= u[i]) {
      index = j;
      break;
    }
  }
  if (index < 0)
    index = particles - 1;
  xj[i] = x[index];
  yj[i] = y[index];
}
