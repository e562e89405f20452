; Kernels in which all threads of a block read the same row, and one in which only some do.
;
; // A block is about a row of a; its threads take turns with the columns.
; extern "C" __global__ void dots(const float *a, const float *b, float *out, int depth, int columns) {
;   const int row = blockIdx.x;
;   for (int j = threadIdx.x; j < columns; j += blockDim.x) {
;     float sum = 0.0f;
;     for (int i = 0; i < depth; ++i)
;       sum += a[row * depth + i] * b[j * depth + i];
;     out[row * columns + j] = sum;
;   }
; }
;
; // A block is about all rows, one after the other; it has threads along x and y.
; extern "C" __global__ void panels(const float *a, const float *b, float *out, int depth, int rows, int columns) {
;   const int column = threadIdx.x + blockDim.x * threadIdx.y;
;   for (int row = 0; row < rows; ++row) {
;     float sum = 0.0f;
;     for (int i = 2; i < depth; ++i)
;       sum += a[row * depth + i] * b[i * columns + column];
;     out[row * columns + column] = sum;
;   }
; }
;
; // Which threads want the row, only they know.
; extern "C" __global__ void sparse(const float *a, const float *b, float *out, int depth) {
;   const int column = threadIdx.x;
;   float sum = 0.0f;
;   if (b[column] > 0.0f)
;     for (int i = 0; i < depth; ++i)
;       sum += a[i];
;   out[column] = sum;
; }
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @dots(ptr noundef %a, ptr noundef %b, ptr noundef %out, i32 noundef %depth, i32 noundef %columns) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %j.0 = phi i32 [ %1, %entry ], [ %add18, %for.end ]
  %cmp = icmp slt i32 %j.0, %columns
  br i1 %cmp, label %for.cond2, label %for.end19

for.cond2:                                        ; preds = %for.cond, %for.body5
  %sum.0 = phi float [ %add11, %for.body5 ], [ 0.000000e+00, %for.cond ]
  %i.0 = phi i32 [ %inc, %for.body5 ], [ 0, %for.cond ]
  %cmp3 = icmp slt i32 %i.0, %depth
  br i1 %cmp3, label %for.body5, label %for.end

for.body5:                                        ; preds = %for.cond2
  %mul = mul nsw i32 %0, %depth
  %add = add nsw i32 %mul, %i.0
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul6 = mul nsw i32 %j.0, %depth
  %add7 = add nsw i32 %mul6, %i.0
  %idxprom8 = sext i32 %add7 to i64
  %arrayidx9 = getelementptr inbounds float, ptr %b, i64 %idxprom8
  %3 = load float, ptr %arrayidx9, align 4, !tbaa !7
  %mul10 = fmul contract float %2, %3
  %add11 = fadd contract float %sum.0, %mul10
  %inc = add nsw i32 %i.0, 1
  br label %for.cond2, !llvm.loop !9

for.end:                                          ; preds = %for.cond2
  %mul12 = mul nsw i32 %0, %columns
  %add13 = add nsw i32 %mul12, %j.0
  %idxprom14 = sext i32 %add13 to i64
  %arrayidx15 = getelementptr inbounds float, ptr %out, i64 %idxprom14
  store float %sum.0, ptr %arrayidx15, align 4, !tbaa !7
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add18 = add i32 %j.0, %4
  br label %for.cond, !llvm.loop !11

for.end19:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @panels(ptr noundef %a, ptr noundef %b, ptr noundef %out, i32 noundef %depth, i32 noundef %rows, i32 noundef %columns) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul = mul i32 %1, %2
  %add = add i32 %0, %mul
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %row.0 = phi i32 [ 0, %entry ], [ %inc20, %for.end ]
  %cmp = icmp slt i32 %row.0, %rows
  br i1 %cmp, label %for.cond3, label %for.end21

for.cond3:                                        ; preds = %for.cond, %for.body6
  %sum.0 = phi float [ %add14, %for.body6 ], [ 0.000000e+00, %for.cond ]
  %i.0 = phi i32 [ %inc, %for.body6 ], [ 2, %for.cond ]
  %cmp4 = icmp slt i32 %i.0, %depth
  br i1 %cmp4, label %for.body6, label %for.end

for.body6:                                        ; preds = %for.cond3
  %mul7 = mul nsw i32 %row.0, %depth
  %add8 = add nsw i32 %mul7, %i.0
  %idxprom = sext i32 %add8 to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul9 = mul nsw i32 %i.0, %columns
  %add10 = add nsw i32 %mul9, %add
  %idxprom11 = sext i32 %add10 to i64
  %arrayidx12 = getelementptr inbounds float, ptr %b, i64 %idxprom11
  %4 = load float, ptr %arrayidx12, align 4, !tbaa !7
  %mul13 = fmul contract float %3, %4
  %add14 = fadd contract float %sum.0, %mul13
  %inc = add nsw i32 %i.0, 1
  br label %for.cond3, !llvm.loop !12

for.end:                                          ; preds = %for.cond3
  %mul15 = mul nsw i32 %row.0, %columns
  %add16 = add nsw i32 %mul15, %add
  %idxprom17 = sext i32 %add16 to i64
  %arrayidx18 = getelementptr inbounds float, ptr %out, i64 %idxprom17
  store float %sum.0, ptr %arrayidx18, align 4, !tbaa !7
  %inc20 = add nsw i32 %row.0, 1
  br label %for.cond, !llvm.loop !13

for.end21:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sparse(ptr noundef %a, ptr noundef %b, ptr noundef %out, i32 noundef %depth) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds float, ptr %b, i64 %idxprom
  %1 = load float, ptr %arrayidx, align 4, !tbaa !7
  %cmp = fcmp contract ogt float %1, 0.000000e+00
  br i1 %cmp, label %for.cond, label %if.end

for.cond:                                         ; preds = %entry, %for.body
  %sum.1 = phi float [ %add, %for.body ], [ 0.000000e+00, %entry ]
  %i.0 = phi i32 [ %inc, %for.body ], [ 0, %entry ]
  %cmp1 = icmp slt i32 %i.0, %depth
  br i1 %cmp1, label %for.body, label %if.end

for.body:                                         ; preds = %for.cond
  %idxprom2 = sext i32 %i.0 to i64
  %arrayidx3 = getelementptr inbounds float, ptr %a, i64 %idxprom2
  %2 = load float, ptr %arrayidx3, align 4, !tbaa !7
  %add = fadd contract float %sum.1, %2
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !14

if.end:                                           ; preds = %for.cond, %entry
  %sum.0 = phi float [ 0.000000e+00, %entry ], [ %sum.1, %for.cond ]
  %arrayidx5 = getelementptr inbounds float, ptr %out, i64 %idxprom
  store float %sum.0, ptr %arrayidx5, align 4, !tbaa !7
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
