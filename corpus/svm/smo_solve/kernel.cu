// The inner solver of a support vector machine: sequential minimal optimisation over a working set, by one block with a thread for each point.
//
// Two points move at a time: the one whose y alpha may grow with the smallest gradient, and, of those whose y alpha may shrink, the one that gains
// most. It ends when no pair violates the optimality conditions by more than eps.

#include "warpsmith.cuh"

#define POINTS 1024

// The index of the smallest value of the block's; of several the first. `points` is a power of two.
WARPSMITH_FN int smallest(const float *value, int *index, int points) {
  const int tid = threadIdx.x;
  index[tid] = tid;
  __syncthreads();
  for (int stride = points / 2; stride > 0; stride /= 2) {
    if (tid < stride) {
      const float other = value[index[tid + stride]];
      const float own = value[index[tid]];
      if (other < own || (other == own && index[tid + stride] < index[tid]))
        index[tid] = index[tid + stride];
    }
    __syncthreads();
  }
  return index[0];
}

extern "C" __global__ void smo_solve(const float *kernel, const int *label, const float *f, float *alpha, float *gap, int points, float cost,
                                     float eps, int most_steps) {
  __shared__ float value[POINTS];
  __shared__ int index[POINTS];
  __shared__ float room_i;
  __shared__ float room_j;
  __shared__ float step_j;

  const int tid = threadIdx.x;
  const float y = label[tid] > 0 ? 1.0f : -1.0f;
  const float own = kernel[tid * points + tid];
  float a = alpha[tid];
  float gradient = f[tid];

  for (int step = 0; step < most_steps; ++step) {
    const bool may_grow = y > 0.0f ? a < cost : a > 0.0f;
    const bool may_shrink = y > 0.0f ? a > 0.0f : a < cost;

    value[tid] = may_grow ? gradient : INFINITY;
    const int i = smallest(value, index, points);
    const float up = value[i];
    const float k_ii = kernel[i * points + i];
    __syncthreads();

    value[tid] = may_shrink ? -gradient : INFINITY;
    const float low = -value[smallest(value, index, points)];
    __syncthreads();
    if (tid == 0)
      *gap = low - up;
    if (low - up < eps)
      break;

    const float k_it = kernel[i * points + tid];
    const float curvature = fmaxf(k_ii + own - 2.0f * k_it, 1e-12f);
    const float violation = gradient - up;
    value[tid] = may_shrink && violation > 0.0f ? -violation * violation / curvature : INFINITY;
    const int j = smallest(value, index, points);

    if (tid == i)
      room_i = y > 0.0f ? cost - a : a;
    if (tid == j) {
      room_j = y > 0.0f ? a : cost - a;
      step_j = violation / curvature;
    }
    __syncthreads();
    const float moved = fminf(fminf(room_i, room_j), step_j);
    if (tid == i)
      a += y * moved;
    if (tid == j)
      a -= y * moved;
    gradient += moved * (k_it - kernel[j * points + tid]);
    __syncthreads();
  }

  alpha[tid] = a;
}
