source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sls_f32(ptr noundef %table, ptr noundef %index, ptr noundef %start, ptr noundef %out, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %entry
  %col.0 = phi i32 [ %1, %entry ], [ %add23, %for.end ]
  %cmp = icmp slt i32 %col.0, %dim
  br i1 %cmp, label %for.body, label %for.end24

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond2

for.cond2:                                        ; preds = %for.body7, %for.body
  %sum.0 = phi float [ 0.000000e+00, %for.body ], [ %add14, %for.body7 ]
  %i.0 = phi i32 [ %2, %for.body ], [ %inc, %for.body7 ]
  %add = add nsw i32 %0, 1
  %idxprom3 = sext i32 %add to i64
  %arrayidx4 = getelementptr inbounds i32, ptr %start, i64 %idxprom3
  %3 = load i32, ptr %arrayidx4, align 4, !tbaa !3
  %cmp5 = icmp slt i32 %i.0, %3
  br i1 %cmp5, label %for.body7, label %for.end

for.body7:                                        ; preds = %for.cond2
  %idxprom8 = sext i32 %i.0 to i64
  %arrayidx9 = getelementptr inbounds i32, ptr %index, i64 %idxprom8
  %4 = load i32, ptr %arrayidx9, align 4, !tbaa !3
  %conv = sext i32 %4 to i64
  %conv10 = sext i32 %dim to i64
  %mul = mul nsw i64 %conv, %conv10
  %conv11 = sext i32 %col.0 to i64
  %add12 = add nsw i64 %mul, %conv11
  %arrayidx13 = getelementptr inbounds float, ptr %table, i64 %add12
  %5 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %add14 = fadd contract float %sum.0, %5
  %inc = add nsw i32 %i.0, 1
  br label %for.cond2, !llvm.loop !9

for.end:                                          ; preds = %for.cond2
  %conv16 = sext i32 %dim to i64
  %mul17 = mul nsw i64 %idxprom, %conv16
  %conv18 = sext i32 %col.0 to i64
  %add19 = add nsw i64 %mul17, %conv18
  %arrayidx20 = getelementptr inbounds float, ptr %out, i64 %add19
  store float %sum.0, ptr %arrayidx20, align 4, !tbaa !7
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add23 = add i32 %col.0, %6
  br label %for.cond, !llvm.loop !11

for.end24:                                        ; preds = %for.cond
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
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
