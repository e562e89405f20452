// Stream cluster: for each point what it would save, or cost, if a candidate point were opened as a centre and it moved there.
//
// Coordinates lie dimension by dimension. A point that gains by moving names the place after all centres, any other the place of its centre.

#include "warpsmith.cuh"

extern "C" __global__ void compute_cost(const float *coord, const float *weight, const float *cost, const int *assign, const int *table,
                                        float *saved, int *slot, int points, int dim, int centres, int candidate) {
  const int point = blockIdx.x * blockDim.x + threadIdx.x;
  if (point >= points)
    return;

  float squares = 0.0f;
  for (int d = 0; d < dim; ++d) {
    const float difference = coord[(long)d * points + point] - coord[(long)d * points + candidate];
    squares += difference * difference;
  }
  const float change = squares * weight[point] - cost[point];
  saved[point] = change;
  if (change < 0.0f)
    slot[point] = centres;
  else
    slot[point] = table[assign[point]];
}
