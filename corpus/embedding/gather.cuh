// Sums of table rows, four columns a lane.
#pragma once

#include "warpsmith.cuh"

// Rows in flight, a lane. Bags of published models have 20, 80, 100 or 120 rows: rounds of 5 in each half of a warp leave no rest.
#define ROUND 5

// The sum of one column over rows first, first + step, ... below last.
WARPSMITH_FN float4 column_sum(const float4 *column, const int *index, int first, int last, int step, int columns) {
  float4 sum = 0.0f;
  int i = first;
  for (; i + (ROUND - 1) * step < last; i += ROUND * step) {
    long row[ROUND];
    float4 value[ROUND];
#pragma unroll
    for (int r = 0; r < ROUND; ++r)
      row[r] = index[i + r * step];
#pragma unroll
    for (int r = 0; r < ROUND; ++r)
      value[r] = column[row[r] * columns];
#pragma unroll
    for (int r = 0; r < ROUND; ++r)
      sum += value[r];
  }
#pragma unroll 1
  for (; i < last; i += step)
    sum += column[(long)index[i] * columns];
  return sum;
}
