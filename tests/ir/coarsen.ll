; // Kernels to coarsen, small and each with one difficulty.
;
; // A row of c a block of the grid's y, a column a thread: a's elements are the block's, b's the threads'.
; extern "C" __global__ void product(const float *a, const float *b, float *c, int rows, int depth, int columns) {
;   const int column = blockIdx.x * blockDim.x + threadIdx.x;
;   const int row = blockIdx.y;
;   if (column >= columns)
;     return;
;   float sum = 0.0f;
;   for (int i = 0; i < depth; ++i)
;     sum += a[row * depth + i] * b[i * columns + column];
;   c[row * columns + column] = sum;
; }
;
; // Each block turns its part of a row around, through shared memory that it was given.
; extern "C" __global__ void reverse(const float *in, float *out, int blocks) {
;   extern __shared__ float given[];
;   given[threadIdx.x] = in[blockIdx.x * blockDim.x + threadIdx.x];
;   __syncthreads();
;   out[blockIdx.x * blockDim.x + threadIdx.x] = given[blockDim.x - 1 - threadIdx.x] + gridDim.x;
; }
;
; // The same, through shared memory that it has.
; extern "C" __global__ void reverse_fixed(const float *in, float *out, int blocks) {
;   __shared__ float fixed[33];
;   fixed[threadIdx.x] = in[blockIdx.x * blockDim.x + threadIdx.x];
;   __syncthreads();
;   out[blockIdx.x * blockDim.x + threadIdx.x] = fixed[blockDim.x - 1 - threadIdx.x];
; }
;
; // Loops of different lengths, ways of different kinds, a small array of each thread's own.
; extern "C" __global__ void ways(const int *lengths, const float *in, float *out, int blocks) {
;   const int block = blockIdx.x;
;   float kept[4];
;   for (int i = 0; i < 4; ++i)
;     kept[i] = in[block * 4 + i];
;   float sum = 0.0f;
;   for (int i = 0; i < lengths[block]; ++i) {
;     if (kept[i & 3] < 0.0f)
;       sum -= kept[i & 3] * (i + 1);
;     else if (kept[i & 3] > 2.0f)
;       break;
;     sum += in[threadIdx.x];
;   }
;   if (sum > 10.0f)
;     sum = sum * 0.5f + block;
;   for (int i = threadIdx.x; i < 40; i += blockDim.x)
;     out[block * 40 + i] = sum + i;
; }
;
; extern "C" __global__ void in_place(float *data, int blocks) {
;   data[blockIdx.x * blockDim.x + threadIdx.x] += 1.0f;
; }
;
; extern "C" __global__ void counted(int *count, const float *in, float *out, int blocks) {
;   atomicAdd(count, 1);
;   out[blockIdx.x * blockDim.x + threadIdx.x] = in[threadIdx.x];
; }
;
; extern "C" __global__ void shuffled(const float *in, float *out, int blocks) {
;   const float value = in[blockIdx.x * blockDim.x + threadIdx.x];
;   out[blockIdx.x * blockDim.x + threadIdx.x] = value + __shfl_xor_sync(0xffffffffu, value, 1);
; }
;
; extern "C" __global__ void waits(const int *lengths, const float *in, float *out, int blocks) {
;   __shared__ float last;
;   for (int i = 0; i < lengths[blockIdx.x]; ++i) {
;     if (threadIdx.x == 0)
;       last = in[i];
;     __syncthreads();
;     out[blockIdx.x * blockDim.x + threadIdx.x] = last;
;     __syncthreads();
;   }
; }
;
; // A row a block, in strides of the block.
; extern "C" __global__ void strides(const float *in, float *out, int width) {
;   const long row = (long)blockIdx.x * width;
;   for (int i = threadIdx.x; i < width; i += blockDim.x) {
;     float sum = 0.0f;
;     for (int j = 0; j < 3; ++j)
;       sum += in[row + i] * (j + 1);
;     out[row + i] = sum;
;   }
; }
;
; // An early return, and a small array of each thread's own behind it.
; extern "C" __global__ void kept(const float *in, float *out, int count) {
;   const int i = blockIdx.x * blockDim.x + threadIdx.x;
;   if (i >= count)
;     return;
;   float own[4];
;   for (int j = 0; j < 4; ++j)
;     own[j] = in[i] * j;
;   out[i] = own[(i + blockIdx.x) & 3];
; }
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@given = external dso_local addrspace(3) global [0 x float], align 4
@_ZZ13reverse_fixedE5fixed = internal addrspace(3) global [33 x float] undef, align 4
@_ZZ5waitsE4last = internal addrspace(3) global float undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @product(ptr noundef %a, ptr noundef %b, ptr noundef %c, i32 noundef %rows, i32 noundef %depth, i32 noundef %columns) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp sge i32 %add, %columns
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.body
  %sum.0 = phi float [ %add12, %for.body ], [ 0.000000e+00, %entry ]
  %i.0 = phi i32 [ %inc, %for.body ], [ 0, %entry ]
  %cmp4 = icmp slt i32 %i.0, %depth
  br i1 %cmp4, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %mul5 = mul nsw i32 %3, %depth
  %add6 = add nsw i32 %mul5, %i.0
  %idxprom = sext i32 %add6 to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul7 = mul nsw i32 %i.0, %columns
  %add8 = add nsw i32 %mul7, %add
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds float, ptr %b, i64 %idxprom9
  %5 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %mul11 = fmul contract float %4, %5
  %add12 = fadd contract float %sum.0, %mul11
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %mul13 = mul nsw i32 %3, %columns
  %add14 = add nsw i32 %mul13, %add
  %idxprom15 = sext i32 %add14 to i64
  %arrayidx16 = getelementptr inbounds float, ptr %c, i64 %idxprom15
  store float %sum.0, ptr %arrayidx16, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @reverse(ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %idxprom = zext i32 %add to i64
  %arrayidx = getelementptr inbounds nuw float, ptr %in, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom4 = zext i32 %2 to i64
  %arrayidx5 = getelementptr inbounds nuw [0 x float], ptr addrspacecast (ptr addrspace(3) @given to ptr), i64 0, i64 %idxprom4
  store float %3, ptr %arrayidx5, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %sub = sub i32 %1, 1
  %sub8 = sub i32 %sub, %2
  %idxprom9 = zext i32 %sub8 to i64
  %arrayidx10 = getelementptr inbounds nuw [0 x float], ptr addrspacecast (ptr addrspace(3) @given to ptr), i64 0, i64 %idxprom9
  %4 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.x()
  %conv = uitofp i32 %5 to float
  %add12 = fadd contract float %4, %conv
  %arrayidx19 = getelementptr inbounds nuw float, ptr %out, i64 %idxprom
  store float %add12, ptr %arrayidx19, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @reverse_fixed(ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %idxprom = zext i32 %add to i64
  %arrayidx = getelementptr inbounds nuw float, ptr %in, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom4 = zext i32 %2 to i64
  %arrayidx5 = getelementptr inbounds nuw [33 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ13reverse_fixedE5fixed to ptr), i64 0, i64 %idxprom4
  store float %3, ptr %arrayidx5, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %sub = sub i32 %1, 1
  %sub8 = sub i32 %sub, %2
  %idxprom9 = zext i32 %sub8 to i64
  %arrayidx10 = getelementptr inbounds nuw [33 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ13reverse_fixedE5fixed to ptr), i64 0, i64 %idxprom9
  %4 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %arrayidx17 = getelementptr inbounds nuw float, ptr %out, i64 %idxprom
  store float %4, ptr %arrayidx17, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @ways(ptr noundef %lengths, ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  %kept = alloca [4 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  call void @llvm.lifetime.start.p0(ptr %kept) #5
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %i.0, 4
  br i1 %cmp, label %for.body, label %for.cond4

for.body:                                         ; preds = %for.cond
  %mul = mul nsw i32 %0, 4
  %add = add nsw i32 %mul, %i.0
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %in, i64 %idxprom
  %1 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom1 = sext i32 %i.0 to i64
  %arrayidx2 = getelementptr inbounds [4 x float], ptr %kept, i64 0, i64 %idxprom1
  store float %1, ptr %arrayidx2, align 4, !tbaa !7
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !11

for.cond4:                                        ; preds = %for.cond, %if.end23
  %sum.0 = phi float [ %add27, %if.end23 ], [ 0.000000e+00, %for.cond ]
  %i3.0 = phi i32 [ %inc29, %if.end23 ], [ 0, %for.cond ]
  %idxprom5 = sext i32 %0 to i64
  %arrayidx6 = getelementptr inbounds i32, ptr %lengths, i64 %idxprom5
  %2 = load i32, ptr %arrayidx6, align 4, !tbaa !3
  %cmp7 = icmp slt i32 %i3.0, %2
  br i1 %cmp7, label %for.body9, label %for.end30

for.body9:                                        ; preds = %for.cond4
  %and = and i32 %i3.0, 3
  %idxprom10 = sext i32 %and to i64
  %arrayidx11 = getelementptr inbounds [4 x float], ptr %kept, i64 0, i64 %idxprom10
  %3 = load float, ptr %arrayidx11, align 4, !tbaa !7
  %cmp12 = fcmp contract olt float %3, 0.000000e+00
  br i1 %cmp12, label %if.then, label %if.else

if.then:                                          ; preds = %for.body9
  %add16 = add nsw i32 %i3.0, 1
  %conv = sitofp i32 %add16 to float
  %mul17 = fmul contract float %3, %conv
  %sub = fsub contract float %sum.0, %mul17
  br label %if.end23

if.else:                                          ; preds = %for.body9
  %cmp21 = fcmp contract ogt float %3, 2.000000e+00
  br i1 %cmp21, label %for.end30, label %if.end23

if.end23:                                         ; preds = %if.else, %if.then
  %sum.1 = phi float [ %sub, %if.then ], [ %sum.0, %if.else ]
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom25 = zext i32 %4 to i64
  %arrayidx26 = getelementptr inbounds nuw float, ptr %in, i64 %idxprom25
  %5 = load float, ptr %arrayidx26, align 4, !tbaa !7
  %add27 = fadd contract float %sum.1, %5
  %inc29 = add nsw i32 %i3.0, 1
  br label %for.cond4, !llvm.loop !12

for.end30:                                        ; preds = %for.cond4, %if.else
  %cmp31 = fcmp contract ogt float %sum.0, 1.000000e+01
  %mul33 = fmul contract float %sum.0, 5.000000e-01
  %conv34 = sitofp i32 %0 to float
  %add35 = fadd contract float %mul33, %conv34
  %sum.2 = select i1 %cmp31, float %add35, float %sum.0
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond39

for.cond39:                                       ; preds = %for.body42, %for.end30
  %i37.0 = phi i32 [ %6, %for.end30 ], [ %add51, %for.body42 ]
  %cmp40 = icmp slt i32 %i37.0, 40
  br i1 %cmp40, label %for.body42, label %for.end53

for.body42:                                       ; preds = %for.cond39
  %conv43 = sitofp i32 %i37.0 to float
  %add44 = fadd contract float %sum.2, %conv43
  %mul45 = mul nsw i32 %0, 40
  %add46 = add nsw i32 %mul45, %i37.0
  %idxprom47 = sext i32 %add46 to i64
  %arrayidx48 = getelementptr inbounds float, ptr %out, i64 %idxprom47
  store float %add44, ptr %arrayidx48, align 4, !tbaa !7
  %7 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add51 = add i32 %i37.0, %7
  br label %for.cond39, !llvm.loop !13

for.end53:                                        ; preds = %for.cond39
  call void @llvm.lifetime.end.p0(ptr %kept) #5
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @in_place(ptr noundef %data, i32 noundef %blocks) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %idxprom = zext i32 %add to i64
  %arrayidx = getelementptr inbounds nuw float, ptr %data, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %add3 = fadd contract float %3, 1.000000e+00
  store float %add3, ptr %arrayidx, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @counted(ptr noundef %count, ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  %0 = atomicrmw add ptr %count, i32 1 seq_cst, align 4
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom = zext i32 %1 to i64
  %arrayidx = getelementptr inbounds nuw float, ptr %in, i64 %idxprom
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %3, %4
  %add = add i32 %mul, %1
  %idxprom5 = zext i32 %add to i64
  %arrayidx6 = getelementptr inbounds nuw float, ptr %out, i64 %idxprom5
  store float %2, ptr %arrayidx6, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @shuffled(ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %idxprom = zext i32 %add to i64
  %arrayidx = getelementptr inbounds nuw float, ptr %in, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %4 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %3, i32 1, i32 31)
  %add4 = fadd contract float %3, %4
  %arrayidx11 = getelementptr inbounds nuw float, ptr %out, i64 %idxprom
  store float %add4, ptr %arrayidx11, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @waits(ptr noundef %lengths, ptr noundef %in, ptr noundef %out, i32 noundef %blocks) #0 {
entry:
  br label %for.cond

for.cond:                                         ; preds = %if.end, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc, %if.end ]
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %idxprom = zext i32 %0 to i64
  %arrayidx = getelementptr inbounds nuw i32, ptr %lengths, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp slt i32 %i.0, %1
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %cmp2 = icmp eq i32 %2, 0
  br i1 %cmp2, label %if.then, label %if.end

if.then:                                          ; preds = %for.body
  %idxprom3 = sext i32 %i.0 to i64
  %arrayidx4 = getelementptr inbounds float, ptr %in, i64 %idxprom3
  %3 = load float, ptr %arrayidx4, align 4, !tbaa !7
  store float %3, ptr addrspacecast (ptr addrspace(3) @_ZZ5waitsE4last to ptr), align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %4 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ5waitsE4last to ptr), align 4, !tbaa !7
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %5
  %add = add i32 %mul, %2
  %idxprom8 = zext i32 %add to i64
  %arrayidx9 = getelementptr inbounds nuw float, ptr %out, i64 %idxprom8
  store float %4, ptr %arrayidx9, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !14

for.end:                                          ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @strides(ptr noundef %in, ptr noundef %out, i32 noundef %width) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %conv = zext i32 %0 to i64
  %conv1 = sext i32 %width to i64
  %mul = mul nsw i64 %conv, %conv1
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %i.0 = phi i32 [ %1, %entry ], [ %add17, %for.end ]
  %cmp = icmp slt i32 %i.0, %width
  br i1 %cmp, label %for.cond3, label %for.end18

for.cond3:                                        ; preds = %for.cond, %for.body6
  %sum.0 = phi float [ %add11, %for.body6 ], [ 0.000000e+00, %for.cond ]
  %j.0 = phi i32 [ %add8, %for.body6 ], [ 0, %for.cond ]
  %cmp4 = icmp slt i32 %j.0, 3
  br i1 %cmp4, label %for.body6, label %for.end

for.body6:                                        ; preds = %for.cond3
  %conv7 = sext i32 %i.0 to i64
  %add = add nsw i64 %mul, %conv7
  %arrayidx = getelementptr inbounds float, ptr %in, i64 %add
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %add8 = add nsw i32 %j.0, 1
  %conv9 = sitofp i32 %add8 to float
  %mul10 = fmul contract float %2, %conv9
  %add11 = fadd contract float %sum.0, %mul10
  br label %for.cond3, !llvm.loop !15

for.end:                                          ; preds = %for.cond3
  %conv12 = sext i32 %i.0 to i64
  %add13 = add nsw i64 %mul, %conv12
  %arrayidx14 = getelementptr inbounds float, ptr %out, i64 %add13
  store float %sum.0, ptr %arrayidx14, align 4, !tbaa !7
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add17 = add i32 %i.0, %3
  br label %for.cond, !llvm.loop !16

for.end18:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @kept(ptr noundef %in, ptr noundef %out, i32 noundef %count) #0 {
entry:
  %own = alloca [4 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %count
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  call void @llvm.lifetime.start.p0(ptr %own) #5
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %j.0 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %cmp3 = icmp slt i32 %j.0, 4
  br i1 %cmp3, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %in, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %conv = sitofp i32 %j.0 to float
  %mul4 = fmul contract float %3, %conv
  %idxprom5 = sext i32 %j.0 to i64
  %arrayidx6 = getelementptr inbounds [4 x float], ptr %own, i64 0, i64 %idxprom5
  store float %mul4, ptr %arrayidx6, align 4, !tbaa !7
  %inc = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !17

for.end:                                          ; preds = %for.cond
  %add8 = add i32 %add, %0
  %and = and i32 %add8, 3
  %idxprom9 = zext i32 %and to i64
  %arrayidx10 = getelementptr inbounds nuw [4 x float], ptr %own, i64 0, i64 %idxprom9
  %4 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %idxprom11 = sext i32 %add to i64
  %arrayidx12 = getelementptr inbounds float, ptr %out, i64 %idxprom11
  store float %4, ptr %arrayidx12, align 4, !tbaa !7
  call void @llvm.lifetime.end.p0(ptr %own) #5
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, -2147483648) i32 @llvm.nvvm.read.ptx.sreg.nctaid.x() #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #5 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
!12 = distinct !{!12, !10}
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10}
!15 = distinct !{!15, !10}
!16 = distinct !{!16, !10}
!17 = distinct !{!17, !10}
