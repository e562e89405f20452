// Particle filter, tuned by hand: the summed weights rise, so the first that is no smaller is found by halving.

#include "warpsmith.cuh"

extern "C" __global__ void find_index(const float *__restrict__ cdf, const float *__restrict__ u, const float *__restrict__ x,
                                      const float *__restrict__ y, float *__restrict__ xj, float *__restrict__ yj, int particles) {
  const int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i >= particles)
    return;

  const float number = u[i];
  int low = 0;
  int count = particles;
  // The steps are the same for all lanes: a half is left each time, and a select says which.
  while (count > 1) {
    const int half = count / 2;
    low += cdf[low + half - 1] < number ? half : 0;
    count -= half;
  }
  xj[i] = x[low];
  yj[i] = y[low];
}
