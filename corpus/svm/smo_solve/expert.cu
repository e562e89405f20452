// The inner solver of a support vector machine, tuned by hand.
//
// Both ends of the violation are found in one reduction: in each warp by shuffles, then over the warps' results, which every warp reduces for
// itself, so that one barrier is enough. The point that gains most is found in the same way, with results in another place: the barrier of the one
// reduction keeps those of the other from being written again too early.

#include "warpsmith.cuh"

#define WARPS 32

// The smallest value of a warp's lanes and its index, in all lanes.
WARPSMITH_FN void warp_smallest(float &value, int &index) {
#pragma unroll
  for (int away = warpSize / 2; away > 0; away /= 2) {
    const float other = __shfl_xor_sync(0xffffffffu, value, away);
    const int other_index = __shfl_xor_sync(0xffffffffu, index, away);
    const bool take = other < value || (other == value && other_index < index);
    value = take ? other : value;
    index = take ? other_index : index;
  }
}

extern "C" __global__ void __launch_bounds__(1024)
    smo_solve(const float *__restrict__ kernel, const int *__restrict__ label, const float *__restrict__ f, float *__restrict__ alpha,
              float *__restrict__ gap, int points, float cost, float eps, int most_steps) {
  __shared__ float smallest[WARPS];
  __shared__ int smallest_at[WARPS];
  __shared__ float largest[WARPS];
  __shared__ float room_grow[WARPS];
  __shared__ float gain[WARPS];
  __shared__ int gain_at[WARPS];
  __shared__ float room_shrink[WARPS];
  __shared__ float newton[WARPS];

  const int tid = threadIdx.x;
  const int lane = tid % warpSize;
  const int warp = tid / warpSize;
  const int warps = points / warpSize;
  const bool positive = label[tid] > 0;
  const float own = kernel[tid * points + tid];
  float a = alpha[tid];
  float gradient = f[tid];
  float difference = 0.0f;

  for (int step = 0; step < most_steps; ++step) {
    const float to_grow = positive ? cost - a : a;
    const float to_shrink = positive ? a : cost - a;

    float up = to_grow > 0.0f ? gradient : INFINITY;
    int i = tid;
    float low = to_shrink > 0.0f ? -gradient : INFINITY;
    warp_smallest(up, i);
#pragma unroll
    for (int away = warpSize / 2; away > 0; away /= 2)
      low = fminf(low, __shfl_xor_sync(0xffffffffu, low, away));
    if (tid == i)
      room_grow[warp] = to_grow;
    if (lane == 0) {
      smallest[warp] = up;
      smallest_at[warp] = i;
      largest[warp] = low;
    }
    __syncthreads();
    up = lane < warps ? smallest[lane] : INFINITY;
    i = lane < warps ? smallest_at[lane] : points;
    low = lane < warps ? largest[lane] : INFINITY;
    warp_smallest(up, i);
#pragma unroll
    for (int away = warpSize / 2; away > 0; away /= 2)
      low = fminf(low, __shfl_xor_sync(0xffffffffu, low, away));
    difference = -low - up;
    if (difference < eps)
      break;
    const float room_i = room_grow[i / warpSize];

    const float k_it = kernel[i * points + tid];
    const float k_ii = kernel[i * points + i];
    const float curvature = fmaxf(k_ii + own - 2.0f * k_it, 1e-12f);
    const float violation = gradient - up;
    const float unbound = __fdividef(violation, curvature);
    float best = to_shrink > 0.0f && violation > 0.0f ? -violation * unbound : INFINITY;
    int j = tid;
    warp_smallest(best, j);
    if (tid == j) {
      room_shrink[warp] = to_shrink;
      newton[warp] = unbound;
    }
    if (lane == 0) {
      gain[warp] = best;
      gain_at[warp] = j;
    }
    __syncthreads();
    best = lane < warps ? gain[lane] : INFINITY;
    j = lane < warps ? gain_at[lane] : points;
    warp_smallest(best, j);
    const float moved = fminf(fminf(room_i, room_shrink[j / warpSize]), newton[j / warpSize]);
    const float change = positive ? moved : -moved;
    if (tid == i)
      a += change;
    if (tid == j)
      a -= change;
    gradient = fmaf(moved, k_it - kernel[j * points + tid], gradient);
  }

  alpha[tid] = a;
  if (tid == 0)
    *gap = difference;
}
