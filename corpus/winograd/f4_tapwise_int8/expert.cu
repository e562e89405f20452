// 3x3 convolution of 8-bit values by Winograd's F(4x4, 3x3) with a scale for each tap, tuned by hand. What comes in and goes out is laid
// out as in kernel.cu; what passes between the launches is not:
//
//   patches       [36][tiles][channels]   the channels of a tile side by side, as those of a filter are: four products an instruction
//   products      [36][outputs][tiles]

#include "warpsmith.cuh"

// A thread's part of a matrix product: outputs and tiles, the latter a warp apart.
#define TM 4
#define TN 2

WARPSMITH_FN void transform_input(const int d[6], int v[6]) {
  const int even = d[4] - 4 * d[2];
  const int odd = d[3] - 4 * d[1];
  const int far = d[4] - d[2];
  const int near = 2 * (d[3] - d[1]);
  v[0] = 4 * d[0] - 5 * d[2] + d[4];
  v[1] = even + odd;
  v[2] = even - odd;
  v[3] = far + near;
  v[4] = far - near;
  v[5] = 4 * d[1] - 5 * d[3] + d[5];
}

WARPSMITH_FN void transform_output(const int m[6], int y[4]) {
  const int sum = m[1] + m[2];
  const int difference = m[1] - m[2];
  const int far_sum = m[3] + m[4];
  const int far_difference = m[3] - m[4];
  y[0] = m[0] + sum + far_sum;
  y[1] = difference + 2 * far_difference;
  y[2] = sum + 4 * far_sum;
  y[3] = difference + 8 * far_difference + m[5];
}

// value / 2^shift, rounded half to even, from -127 to 127: one less than half is added, and one more where the quotient is odd.
WARPSMITH_FN int quantize(int value, int shift) {
  const int less_than_half = (1 << shift) / 2 - (shift > 0);
  const int odd = shift > 0 ? (value >> shift) & 1 : 0;
  return min(max((value + less_than_half + odd) >> shift, -127), 127);
}

// One thread a tile of four channels, whose bytes make one word of the patches.
extern "C" __global__ void winograd_q8_input(const signed char *__restrict__ input,
                                             const int *__restrict__ input_shift, int *__restrict__ patches,
                                             int images, int channels, int height, int width) {
  const unsigned tile_rows = (height + 3u) / 4;
  const unsigned tile_cols = (width + 3u) / 4;
  const unsigned tiles = images * tile_rows * tile_cols;
  const unsigned words = channels / 4;

  const unsigned at = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned tile = at / words;
  const unsigned word = at - tile * words;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const int top = (int)(row - image * tile_rows) * 4 - 1;
  const int left = (int)(tile - row * tile_cols) * 4 - 1;

  unsigned packed[36] = {};
#pragma unroll 1
  for (int byte = 0; byte < 4; ++byte) {
    const signed char *from = input + ((long)(image * channels + word * 4 + byte) * height + top) * width + left;
    int columns[6][6];
#pragma unroll
    for (int j = 0; j < 6; ++j) {
      int d[6];
#pragma unroll
      for (int i = 0; i < 6; ++i) {
        const bool inside = (unsigned)(top + i) < (unsigned)height && (unsigned)(left + j) < (unsigned)width;
        d[i] = inside ? from[(long)i * width + j] : 0;
      }
      transform_input(d, columns[j]);
    }
#pragma unroll
    for (int i = 0; i < 6; ++i) {
      int across[6], v[6];
#pragma unroll
      for (int j = 0; j < 6; ++j)
        across[j] = columns[j][i];
      transform_input(across, v);
      // The lowest byte came first: each goes in at the top, and those before it move down.
#pragma unroll
      for (int j = 0; j < 6; ++j)
        packed[i * 6 + j] = __nvvm_prmt(packed[i * 6 + j], quantize(v[j], input_shift[i * 6 + j]), 0x4321);
    }
  }
#pragma unroll
  for (int tap = 0; tap < 36; ++tap)
    patches[((long)tap * tiles + tile) * words + word] = packed[tap];
}

// A warp TM outputs of TN * 32 tiles of one of the 36 matrix products, four channels an instruction.
extern "C" __global__ void winograd_q8_multiply(const int *__restrict__ filters, const int *__restrict__ patches,
                                                int *__restrict__ products, int outputs, int channels, int tiles) {
  const int tile = blockIdx.x * (warpSize * TN) + threadIdx.x;
  const int output = (blockIdx.y * blockDim.y + threadIdx.y) * TM;
  const int position = blockIdx.z;
  if (output >= outputs)
    return;

  const int words = channels / 4;
  // What is past the end reads the last, and is not written.
  const int *filter[TM];
#pragma unroll
  for (int m = 0; m < TM; ++m)
    filter[m] = filters + (long)(position * outputs + min(output + m, outputs - 1)) * words;
  const int *patch[TN];
#pragma unroll
  for (int n = 0; n < TN; ++n)
    patch[n] = patches + ((long)position * tiles + min(tile + n * warpSize, tiles - 1)) * words;

  int sum[TM][TN] = {};
#pragma unroll 2
  for (int word = 0; word < words; ++word) {
    int a[TM], b[TN];
#pragma unroll
    for (int m = 0; m < TM; ++m)
      a[m] = filter[m][word];
#pragma unroll
    for (int n = 0; n < TN; ++n)
      b[n] = patch[n][word];
#pragma unroll
    for (int m = 0; m < TM; ++m)
#pragma unroll
      for (int n = 0; n < TN; ++n)
        sum[m][n] = __dp4a(a[m], b[n], sum[m][n]);
  }

#pragma unroll
  for (int m = 0; m < TM; ++m)
#pragma unroll
    for (int n = 0; n < TN; ++n)
      if (output + m < outputs && tile + n * warpSize < tiles)
        products[(long)(position * outputs + output + m) * tiles + tile + n * warpSize] = sum[m][n];
}

// One thread a tile of one output channel.
extern "C" __global__ void winograd_q8_output(const int *__restrict__ products, const int *__restrict__ input_shift,
                                              const int *__restrict__ filter_shift, int *__restrict__ out, int images,
                                              int outputs, int height, int width) {
  const unsigned tile_rows = (height + 3u) / 4;
  const unsigned tile_cols = (width + 3u) / 4;
  const unsigned tiles = images * tile_rows * tile_cols;

  const unsigned tile = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned output = blockIdx.y;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const unsigned top = (row - image * tile_rows) * 4;
  const unsigned left = (tile - row * tile_cols) * 4;
  const int *from = products + (long)output * tiles + tile;
  const long step = (long)outputs * tiles;

  int columns[6][4];
#pragma unroll
  for (int j = 0; j < 6; ++j) {
    int m[6];
#pragma unroll
    for (int i = 0; i < 6; ++i)
      m[i] = from[(i * 6 + j) * step] << (input_shift[i * 6 + j] + filter_shift[i * 6 + j]);
    transform_output(m, columns[j]);
  }

  int *to = out + ((long)(image * outputs + output) * height + top) * width + left;
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    if (top + i < (unsigned)height) {
      int across[6], y[4];
#pragma unroll
      for (int j = 0; j < 6; ++j)
        across[j] = columns[j][i];
      transform_output(across, y);
      if (width % 4 == 0) {
        *(int4 *)(to + (long)i * width) = int4{y[0], y[1], y[2], y[3]};
      } else {
#pragma unroll
        for (int j = 0; j < 4; ++j)
          if (left + j < (unsigned)width)
            to[(long)i * width + j] = y[j];
      }
    }
  }
}
