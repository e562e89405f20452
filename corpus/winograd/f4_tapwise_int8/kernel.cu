// 3x3 convolution of 8-bit values (stride 1, zero padding 1, NCHW) by Winograd's F(4x4, 3x3), with a scale of its own for each of the
// 36 taps of the transform's domain. All arithmetic is in integers, and every scale a power of two.
//
//   input         [images][channels][height][width]   8 bits
//   input_shift   [36]      V of a tap = B' d B / 2^shift, rounded half to even and cut at -127 and 127
//   patches       [36][channels][tiles]                V, 8 bits
//   filters       [36][outputs][channels]              transformed and quantised already, 8 bits
//   products      [36][outputs][tiles]                 32 bits
//   filter_shift  [36]      out = A' (products * 2^(input_shift + filter_shift)) A, in units of the smallest filter scale
//   out           [images][outputs][height][width]     32 bits
//
// tile = (image * tile_rows + row) * tile_cols + col, as for floats.

#include "warpsmith.cuh"

// v = B' d, for one column or row of a patch.
WARPSMITH_FN void transform_input(const int d[6], int v[6]) {
  v[0] = 4 * d[0] - 5 * d[2] + d[4];
  v[1] = -4 * d[1] - 4 * d[2] + d[3] + d[4];
  v[2] = 4 * d[1] - 4 * d[2] - d[3] + d[4];
  v[3] = -2 * d[1] - d[2] + 2 * d[3] + d[4];
  v[4] = 2 * d[1] - d[2] - 2 * d[3] + d[4];
  v[5] = 4 * d[1] - 5 * d[3] + d[5];
}

// y = A' m, for one column or row of products.
WARPSMITH_FN void transform_output(const int m[6], int y[4]) {
  y[0] = m[0] + m[1] + m[2] + m[3] + m[4];
  y[1] = m[1] - m[2] + 2 * m[3] - 2 * m[4];
  y[2] = m[1] + m[2] + 4 * m[3] + 4 * m[4];
  y[3] = m[1] - m[2] + 8 * m[3] - 8 * m[4] + m[5];
}

// value / 2^shift, rounded half to even, from -127 to 127.
WARPSMITH_FN signed char quantize(int value, int shift) {
  int quotient = value >> shift;
  if (shift > 0) {
    const int rest = value - (quotient << shift);
    const int half = 1 << (shift - 1);
    if (rest > half || (rest == half && quotient % 2 != 0))
      quotient += 1;
  }
  return min(max(quotient, -127), 127);
}

// One thread a tile of one channel.
extern "C" __global__ void winograd_q8_input(const signed char *input, const int *input_shift, signed char *patches,
                                             int images, int channels, int height, int width) {
  const int tile_rows = (height + 3) / 4;
  const int tile_cols = (width + 3) / 4;
  const int tiles = images * tile_rows * tile_cols;

  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int channel = blockIdx.y;
  if (tile >= tiles)
    return;

  const int image = tile / (tile_rows * tile_cols);
  const int top = tile / tile_cols % tile_rows * 4 - 1;
  const int left = tile % tile_cols * 4 - 1;

  // By columns of the patch: rows[j][i] is element i of B' times column j.
  int rows[6][6];
  for (int j = 0; j < 6; ++j) {
    int d[6];
    for (int i = 0; i < 6; ++i) {
      const int y = top + i;
      const int x = left + j;
      const bool inside = y >= 0 && y < height && x >= 0 && x < width;
      d[i] = inside ? input[((long)(image * channels + channel) * height + y) * width + x] : 0;
    }
    transform_input(d, rows[j]);
  }
  for (int i = 0; i < 6; ++i) {
    int d[6], v[6];
    for (int j = 0; j < 6; ++j)
      d[j] = rows[j][i];
    transform_input(d, v);
    for (int j = 0; j < 6; ++j)
      patches[((long)(i * 6 + j) * channels + channel) * tiles + tile] = quantize(v[j], input_shift[i * 6 + j]);
  }
}

// One thread an element of one of the 36 matrix products.
extern "C" __global__ void winograd_q8_multiply(const signed char *filters, const signed char *patches, int *products,
                                                int outputs, int channels, int tiles) {
  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int output = blockIdx.y;
  const int position = blockIdx.z;
  if (tile >= tiles)
    return;

  int sum = 0;
  for (int channel = 0; channel < channels; ++channel) {
    sum += filters[((long)position * outputs + output) * channels + channel] *
           patches[((long)position * channels + channel) * tiles + tile];
  }
  products[((long)position * outputs + output) * tiles + tile] = sum;
}

// One thread a tile of one output channel.
extern "C" __global__ void winograd_q8_output(const int *products, const int *input_shift, const int *filter_shift,
                                              int *out, int images, int outputs, int height, int width) {
  const int tile_rows = (height + 3) / 4;
  const int tile_cols = (width + 3) / 4;
  const int tiles = images * tile_rows * tile_cols;

  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int output = blockIdx.y;
  if (tile >= tiles)
    return;

  const int image = tile / (tile_rows * tile_cols);
  const int top = tile / tile_cols % tile_rows * 4;
  const int left = tile % tile_cols * 4;

  int rows[6][4];
  for (int j = 0; j < 6; ++j) {
    int m[6];
    for (int i = 0; i < 6; ++i) {
      const int tap = i * 6 + j;
      m[i] = products[((long)tap * outputs + output) * tiles + tile] * (1 << (input_shift[tap] + filter_shift[tap]));
    }
    transform_output(m, rows[j]);
  }
  for (int i = 0; i < 4; ++i) {
    int m[6], y[4];
    for (int j = 0; j < 6; ++j)
      m[j] = rows[j][i];
    transform_output(m, y);
    for (int j = 0; j < 4; ++j)
      if (top + i < height && left + j < width)
        out[((long)(image * outputs + output) * height + top + i) * width + left + j] = y[j];
  }
}
