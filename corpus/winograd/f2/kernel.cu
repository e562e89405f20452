// 3x3 convolution (stride 1, zero padding 1, NCHW) by Winograd's F(2x2, 3x3): Y = A'[(G g G') . (B' d B)]A.
//
// Three launches. Each 2x2 tile of the output depends on a 4x4 patch of the input, which becomes 16 values; for each
// of the 16, all tiles and channels make one matrix product with the transformed filters; 16 products become 2x2 again.
//
//   input     [images][channels][height][width]      tile = (image * tile_rows + row) * tile_cols + col
//   patches   [16][channels][tiles]
//   filters   [16][outputs][channels]                already transformed: G g G'
//   products  [16][outputs][tiles]
//   out       [images][outputs][height][width]

#include "warpsmith.cuh"

// One thread a tile of one channel: patches = B' d B.
extern "C" __global__ void winograd_f2_input(const float *input, float *patches, int images, int channels, int height,
                                             int width) {
  const int tile_rows = (height + 1) / 2;
  const int tile_cols = (width + 1) / 2;
  const int tiles = images * tile_rows * tile_cols;

  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int channel = blockIdx.y;
  if (tile >= tiles)
    return;

  const int image = tile / (tile_rows * tile_cols);
  const int top = tile / tile_cols % tile_rows * 2 - 1;
  const int left = tile % tile_cols * 2 - 1;

  float d[4][4];
  for (int i = 0; i < 4; ++i) {
    for (int j = 0; j < 4; ++j) {
      const int y = top + i;
      const int x = left + j;
      const bool inside = y >= 0 && y < height && x >= 0 && x < width;
      d[i][j] = inside ? input[((long)(image * channels + channel) * height + y) * width + x] : 0.0f;
    }
  }

  float rows[4][4];
  for (int j = 0; j < 4; ++j) {
    rows[0][j] = d[0][j] - d[2][j];
    rows[1][j] = d[1][j] + d[2][j];
    rows[2][j] = d[2][j] - d[1][j];
    rows[3][j] = d[1][j] - d[3][j];
  }
  for (int i = 0; i < 4; ++i) {
    float v[4];
    v[0] = rows[i][0] - rows[i][2];
    v[1] = rows[i][1] + rows[i][2];
    v[2] = rows[i][2] - rows[i][1];
    v[3] = rows[i][1] - rows[i][3];
    for (int j = 0; j < 4; ++j)
      patches[((long)(i * 4 + j) * channels + channel) * tiles + tile] = v[j];
  }
}

// One thread an element of one of the 16 matrix products.
extern "C" __global__ void winograd_f2_multiply(const float *filters, const float *patches, float *products,
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
extern "C" __global__ void winograd_f2_output(const float *products, float *out, int images, int outputs, int height,
                                              int width) {
  const int tile_rows = (height + 1) / 2;
  const int tile_cols = (width + 1) / 2;
  const int tiles = images * tile_rows * tile_cols;

  const int tile = blockIdx.x * blockDim.x + threadIdx.x;
  const int output = blockIdx.y;
  if (tile >= tiles)
    return;

  const int image = tile / (tile_rows * tile_cols);
  const int top = tile / tile_cols % tile_rows * 2;
  const int left = tile % tile_cols * 2;

  float m[4][4];
  for (int i = 0; i < 4; ++i)
    for (int j = 0; j < 4; ++j)
      m[i][j] = products[((long)(i * 4 + j) * outputs + output) * tiles + tile];

  float rows[2][4];
  for (int j = 0; j < 4; ++j) {
    rows[0][j] = m[0][j] + m[1][j] + m[2][j];
    rows[1][j] = m[1][j] - m[2][j] - m[3][j];
  }
  for (int i = 0; i < 2; ++i) {
    float y[2];
    y[0] = rows[i][0] + rows[i][1] + rows[i][2];
    y[1] = rows[i][1] - rows[i][2] - rows[i][3];
    for (int j = 0; j < 2; ++j)
      if (top + i < height && left + j < width)
        out[((long)(image * outputs + output) * height + top + i) * width + left + j] = y[j];
  }
}
