source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sls_q8(ptr noundef %table, ptr noundef %index, ptr noundef %start, ptr noundef %out, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add = add nsw i32 %dim, 8
  %conv = sext i32 %add to i64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %col.0 = phi i32 [ %1, %entry ], [ %add30, %for.end ]
  %cmp = icmp slt i32 %col.0, %dim
  br i1 %cmp, label %for.body, label %for.end31

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond2

for.cond2:                                        ; preds = %for.body8, %for.body
  %sum.0 = phi float [ 0.000000e+00, %for.body ], [ %add21, %for.body8 ]
  %i.0 = phi i32 [ %2, %for.body ], [ %inc, %for.body8 ]
  %add3 = add nsw i32 %0, 1
  %idxprom4 = sext i32 %add3 to i64
  %arrayidx5 = getelementptr inbounds i32, ptr %start, i64 %idxprom4
  %3 = load i32, ptr %arrayidx5, align 4, !tbaa !3
  %cmp6 = icmp slt i32 %i.0, %3
  br i1 %cmp6, label %for.body8, label %for.end

for.body8:                                        ; preds = %for.cond2
  %idxprom9 = sext i32 %i.0 to i64
  %arrayidx10 = getelementptr inbounds i32, ptr %index, i64 %idxprom9
  %4 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  %conv11 = sext i32 %4 to i64
  %mul = mul nsw i64 %conv11, %conv
  %add.ptr = getelementptr inbounds i8, ptr %table, i64 %mul
  %idx.ext = sext i32 %dim to i64
  %add.ptr12 = getelementptr inbounds i8, ptr %add.ptr, i64 %idx.ext
  %idxprom13 = sext i32 %col.0 to i64
  %arrayidx14 = getelementptr inbounds i8, ptr %add.ptr, i64 %idxprom13
  %5 = load i8, ptr %arrayidx14, align 1, !tbaa !7
  %conv15 = zext i8 %5 to i32
  %conv16 = sitofp i32 %conv15 to float
  %6 = load float, ptr %add.ptr12, align 4, !tbaa !8
  %mul18 = fmul contract float %conv16, %6
  %arrayidx19 = getelementptr inbounds float, ptr %add.ptr12, i64 1
  %7 = load float, ptr %arrayidx19, align 4, !tbaa !8
  %add20 = fadd contract float %mul18, %7
  %add21 = fadd contract float %sum.0, %add20
  %inc = add nsw i32 %i.0, 1
  br label %for.cond2, !llvm.loop !10

for.end:                                          ; preds = %for.cond2
  %conv23 = sext i32 %dim to i64
  %mul24 = mul nsw i64 %idxprom, %conv23
  %conv25 = sext i32 %col.0 to i64
  %add26 = add nsw i64 %mul24, %conv25
  %arrayidx27 = getelementptr inbounds float, ptr %out, i64 %add26
  store float %sum.0, ptr %arrayidx27, align 4, !tbaa !8
  %8 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add30 = add i32 %col.0, %8
  br label %for.cond, !llvm.loop !12

for.end31:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

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
!7 = !{!5, !5, i64 0}
!8 = !{!9, !9, i64 0}
!9 = !{!"float", !5, i64 0}
!10 = distinct !{!10, !11}
!11 = !{!"llvm.loop.mustprogress"}
!12 = distinct !{!12, !11}
