// Backpropagation between two layers of a perceptron: what the units of the second get from each 16 of the first, and new weights.

#include "warpsmith.cuh"

#define TILE 16

// Sums over a tile of units, one for each hidden unit.
extern "C" __global__ void layer_forward(const float *unit, const float *weight, float *partial, int units, int hidden) {
  __shared__ float value[TILE];
  __shared__ float product[TILE][TILE];

  const int tx = threadIdx.x;
  const int ty = threadIdx.y;
  const int i = (int)blockIdx.y * TILE + ty;
  const int j = (int)blockIdx.x * TILE + tx;
  if (tx == 0)
    value[ty] = i < units ? unit[i] : 0.0f;
  __syncthreads();

  product[ty][tx] = i < units && j < hidden ? weight[i * hidden + j] * value[ty] : 0.0f;
  __syncthreads();
  for (int half = TILE / 2; half > 0; half /= 2) {
    if (ty < half)
      product[ty][tx] += product[ty + half][tx];
    __syncthreads();
  }

  if (ty == 0 && j < hidden)
    partial[(int)blockIdx.y * hidden + j] = product[0][tx];
}

// Each weight changes by its units' share in the error, and by a part of what it changed before.
extern "C" __global__ void adjust_weights(const float *unit, const float *delta, float *weight, float *change, float rate, float momentum,
                                          int units, int hidden) {
  const int i = (int)(blockIdx.y * blockDim.y + threadIdx.y);
  const int j = (int)(blockIdx.x * blockDim.x + threadIdx.x);
  if (i >= units || j >= hidden)
    return;

  const int at = i * hidden + j;
  change[at] = rate * delta[j] * unit[i] + momentum * change[at];
  weight[at] += change[at];
}
