// y = a x + y in halves, computed in single precision.
__global__ void axpy(int n, _Float16 a, const _Float16 *__restrict__ x, _Float16 *__restrict__ y) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) {
    float sum = (float)a * (float)x[i];
    y[i] = (_Float16)(sum + (float)y[i]);
  }
}
