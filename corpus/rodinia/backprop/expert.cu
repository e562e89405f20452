// Backpropagation between two layers, tuned by hand: no shared memory, no barrier.
//
// Forward, a thread sums a tile for one hidden unit or, where rows are aligned, for four of them, whose weights are all loaded before they are
// used. Backward, a thread has four weights.

#include "warpsmith.cuh"

#define TILE 16

extern "C" __global__ void layer_forward(const float *__restrict__ unit, const float *__restrict__ weight, float *__restrict__ partial, int units,
                                         int hidden) {
  const int groups = (hidden + 3) / 4;
  const int thread = (int)(blockIdx.x * blockDim.x + threadIdx.x);
  const int tile = thread / groups;
  const int j = thread % groups * 4;
  const int first = tile * TILE;
  if (first >= units)
    return;

  if (hidden % 4 == 0) {
    float4 row[TILE];
    float value[TILE];
#pragma unroll
    for (int i = 0; i < TILE; ++i) {
      const int at = min(first + i, units - 1);
      row[i] = *(const float4 *)(weight + at * hidden + j);
      value[i] = first + i < units ? unit[at] : 0.0f;
    }
    float4 sum = row[0] * value[0];
#pragma unroll
    for (int i = 1; i < TILE; ++i)
      sum += row[i] * value[i];
    *(float4 *)(partial + tile * hidden + j) = sum;
  } else {
    for (int e = j; e < min(j + 4, hidden); ++e) {
      float sum = 0.0f;
      for (int i = first; i < min(first + TILE, units); ++i)
        sum = fmaf(weight[i * hidden + e], unit[i], sum);
      partial[tile * hidden + e] = sum;
    }
  }
}

extern "C" __global__ void adjust_weights(const float *__restrict__ unit, const float *__restrict__ delta, float *__restrict__ weight,
                                          float *__restrict__ change, float rate, float momentum, int units, int hidden) {
  const int groups = (hidden + 3) / 4;
  const int thread = (int)(blockIdx.x * blockDim.x + threadIdx.x);
  const int i = thread / groups;
  const int j = thread % groups * 4;
  if (i >= units)
    return;

  const int at = i * hidden + j;
  const float share = rate * unit[i];
  if (hidden % 4 == 0) {
    const float4 old = *(const float4 *)(weight + at);
    const float4 now = *(const float4 *)(delta + j) * share + *(const float4 *)(change + at) * momentum;
    *(float4 *)(change + at) = now;
    *(float4 *)(weight + at) = old + now;
  } else {
    for (int e = 0; e < min(4, hidden - j); ++e) {
      const float now = fmaf(share, delta[j + e], momentum * change[at + e]);
      change[at + e] = now;
      weight[at + e] += now;
    }
  }
}
