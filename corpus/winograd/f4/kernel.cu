// 3x3 convolution (stride 1, zero padding 1, NCHW) by Winograd's F(4x4, 3x3): Y = A'[(G g G') . (B' d B)]A.
//
// Three launches. Each 4x4 tile of the output depends on a 6x6 patch of the input, which becomes 36 values; for each
// of the 36, all tiles and channels make one matrix product with the transformed filters; 36 products become 4x4 again.
//
//   input     [images][channels][height][width]      tile = (image * tile_rows + row) * tile_cols + col
//   patches   [36][channels][tiles]
//   filters   [36][outputs][channels]                already transformed: G g G'
//   products  [36][outputs][tiles]
//   out       [images][outputs][height][width]

#include "warpsmith.cuh"

// v = B' d, for one column or row of a patch.
WARPSMITH_FN void transform_input(const float d[6], float v[6]) {
  v[0] = 4.0f * d[0] - 5.0f * d[2] + d[4];
  v[1] = -4.0f * d[1] - 4.0f * d[2] + d[3] + d[4];
  v[2] = 4.0f * d[1] - 4.0f * d[2] - d[3] + d[4];
  v[3] = -2.0f * d[1] - d[2] + 2.0f * d[3] + d[4];
  v[4] = 2.0f * d[1] - d[2] - 2.0f * d[3] + d[4];
  v[5] = 4.0f * d[1] - 5.0f * d[3] + d[5];
}

// y = A' m, for one column or row of products.
WARPSMITH_FN void transform_output(const float m[6], float y[4]) {
  y[0] = m[0] + m[1] + m[2] + m[3] + m[4];
  y[1] = m[1] - m[2] + 2.0f * m[3] - 2.0f * m[4];
  y[2] = m[1] + m[2] + 4.0f * m[3] + 4.0f * m[4];
  y[3] = m[1] - m[2] + 8.0f * m[3] - 8.0f * m[4] + m[5];
}

// One thread a tile of one channel: patches = B' d B.
extern "C" __global__ void winograd_f4_input(const float *input, float *patches, int images, int channels, int height,
                                             int width) {
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
  float rows[6][6];
  for (int j = 0; j < 6; ++j) {
    float d[6];
    for (int i = 0; i < 6; ++i) {
      const int y = top + i;
      const int x = left + j;
      const bool inside = y >= 0 && y < height && x >= 0 && x < width;
      d[i] = inside ? input[((long)(image * channels + channel) * height + y) * width + x] : 0.0f;
    }
    transform_input(d, rows[j]);
  }
  for (int i = 0; i < 6; ++i) {
    float d[6], v[6];
    for (int j = 0; j < 6; ++j)
      d[j] = rows[j][i];
    transform_input(d, v);
    for (int j = 0; j < 6; ++j)
      patches[((long)(i * 6 + j) * channels + channel) * tiles + tile] = v[j];
  }
}

// One thread an element of one of the 36 matrix products.
extern "C" __global__ void winograd_f4_multiply(const float *filters, const float *patches, float *products,
                                                int outputs, int channels, int tiles) {
  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int output = blockIdx.y;
  const int position = blockIdx.z;
  if (tile >= tiles)
    return;

  float sum = 0.0f;
  for (int channel = 0; channel < channels; ++channel) {
    sum += filters[((long)position * outputs + output) * channels + channel] *
           patches[((long)position * channels + channel) * tiles + tile];
  }
  products[((long)position * outputs + output) * tiles + tile] = sum;
}

// One thread a tile of one output channel: out = A' m A.
extern "C" __global__ void winograd_f4_output(const float *products, float *out, int images, int outputs, int height,
                                              int width) {
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

  float rows[6][4];
  for (int j = 0; j < 6; ++j) {
    float m[6];
    for (int i = 0; i < 6; ++i)
      m[i] = products[((long)(i * 6 + j) * outputs + output) * tiles + tile];
    transform_output(m, rows[j]);
  }
  for (int i = 0; i < 4; ++i) {
    float m[6], y[4];
    for (int j = 0; j < 6; ++j)
      m[j] = rows[j][i];
    transform_output(m, y);
    for (int j = 0; j < 4; ++j)
      if (top + i < height && left + j < width)
        out[((long)(image * outputs + output) * height + top + i) * width + left + j] = y[j];
  }
}
