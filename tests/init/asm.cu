__global__ void weigh(const int *in, int *out, int n) {
  int lane;
  asm volatile("mov.u32 %0, %%laneid;" : "=r"(lane));
  for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
    int x = in[i];
    asm("{ .reg .b32 t; mul.lo.s32 t, %1, 3; add.s32 %0, t, %2; }" : "=r"(x) : "r"(x), "r"(lane));
    asm("shf.l.wrap.b32 %0, %1, %1, %2;" : "=r"(x) : "r"(x), "n"(5));
    out[i] = x;
  }
}
