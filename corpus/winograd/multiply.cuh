// The matrix products between the transforms of a Winograd convolution, tuned by hand: for each position of a patch, the transformed
// filters of all channels times the transformed patches of all tiles.
//
//   filters   [positions][outputs][channels]
//   patches   [positions][channels][tiles]
//   products  [positions][outputs][tiles]
#pragma once

#include "warpsmith.cuh"

// A thread's part of a matrix product: outputs and tiles, the latter a warp apart, so that a warp reads and writes whole lines.
#define TM 4
#define TN 2

// DEEP channels more of TM x TN elements of a product: filter and patch are where each row and each column of them goes on.
// VECTOR: the rows of filters are whole 16-byte words.
template <int DEEP, bool VECTOR>
WARPSMITH_FN void accumulate(float (&sum)[TM][TN], const float *filters, const unsigned (&filter)[TM],
                             const float *patches, const unsigned (&patch)[TN], unsigned tiles) {
  float a[TM][DEEP];
  float b[DEEP][TN];
#pragma unroll
  for (int m = 0; m < TM; ++m) {
    float4 four = 0.0f;
    if (VECTOR)
      four = *(const float4 *)(filters + filter[m]);
#pragma unroll
    for (int k = 0; k < DEEP; ++k)
      a[m][k] = VECTOR ? four[k] : filters[filter[m] + k];
  }
#pragma unroll
  for (int k = 0; k < DEEP; ++k)
#pragma unroll
    for (int n = 0; n < TN; ++n)
      b[k][n] = patches[patch[n] + k * tiles];
#pragma unroll
  for (int k = 0; k < DEEP; ++k)
#pragma unroll
    for (int m = 0; m < TM; ++m)
#pragma unroll
      for (int n = 0; n < TN; ++n)
        sum[m][n] = fmaf(a[m][k], b[k][n], sum[m][n]);
}

// So many channels, a multiple of DEEP, from where filter and patch are, which are moved on.
template <int DEEP, bool VECTOR>
WARPSMITH_FN void multiply(float (&sum)[TM][TN], const float *filters, unsigned (&filter)[TM], const float *patches,
                           unsigned (&patch)[TN], unsigned channels, unsigned tiles) {
#pragma unroll 1
  for (unsigned channel = 0; channel < channels; channel += DEEP) {
    accumulate<DEEP, VECTOR>(sum, filters, filter, patches, patch, tiles);
#pragma unroll
    for (int m = 0; m < TM; ++m)
      filter[m] += DEEP;
#pragma unroll
    for (int n = 0; n < TN; ++n)
      patch[n] += DEEP * tiles;
  }
}

// A warp TM outputs of TN * 32 tiles of one of the matrix products. Places are counted in 32 bits: buffers are below 16 GiB.
WARPSMITH_FN void multiply_position(const float *filters, const float *patches, float *products, int outputs,
                                    int channels, int tiles) {
  const int tile = blockIdx.x * (warpSize * TN) + threadIdx.x;
  const int output = (blockIdx.y * blockDim.y + threadIdx.y) * TM;
  const int position = blockIdx.z;
  if (output >= outputs)
    return;

  // What is past the end reads the last, and is not written.
  unsigned filter[TM];
#pragma unroll
  for (int m = 0; m < TM; ++m)
    filter[m] = (unsigned)(position * outputs + min(output + m, outputs - 1)) * channels;
  unsigned patch[TN];
#pragma unroll
  for (int n = 0; n < TN; ++n)
    patch[n] = (unsigned)position * channels * tiles + min(tile + n * warpSize, tiles - 1);

  float sum[TM][TN] = {};
  const unsigned rest = channels % 4;
  if (rest == 0) {
    multiply<4, true>(sum, filters, filter, patches, patch, channels, tiles);
  } else {
    multiply<4, false>(sum, filters, filter, patches, patch, channels - rest, tiles);
    multiply<1, false>(sum, filters, filter, patches, patch, rest, tiles);
  }

#pragma unroll
  for (int m = 0; m < TM; ++m)
#pragma unroll
    for (int n = 0; n < TN; ++n)
      if (output + m < outputs && tile + n * warpSize < tiles)
        products[(unsigned)(position * outputs + output + m) * tiles + tile + n * warpSize] = sum[m][n];
}
