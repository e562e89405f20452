source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @dedup_pool(ptr noundef %table, ptr noundef %index, ptr noundef %start, ptr noundef %inverse, ptr noundef %out, i32 noundef %samples, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %samples
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %inverse, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %col.0 = phi i32 [ %4, %if.end ], [ %add30, %for.end ]
  %cmp4 = icmp slt i32 %col.0, %dim
  br i1 %cmp4, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %idxprom5 = sext i32 %3 to i64
  %arrayidx6 = getelementptr inbounds i32, ptr %start, i64 %idxprom5
  %5 = load i32, ptr %arrayidx6, align 4, !tbaa !3
  br label %for.cond7

for.cond7:                                        ; preds = %for.body13, %for.body
  %sum.0 = phi float [ 0.000000e+00, %for.body ], [ %add21, %for.body13 ]
  %i.0 = phi i32 [ %5, %for.body ], [ %inc, %for.body13 ]
  %add8 = add nsw i32 %3, 1
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds i32, ptr %start, i64 %idxprom9
  %6 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  %cmp11 = icmp slt i32 %i.0, %6
  br i1 %cmp11, label %for.body13, label %for.end

for.body13:                                       ; preds = %for.cond7
  %idxprom14 = sext i32 %i.0 to i64
  %arrayidx15 = getelementptr inbounds i32, ptr %index, i64 %idxprom14
  %7 = load i32, ptr %arrayidx15, align 4, !tbaa !3
  %conv = sext i32 %7 to i64
  %conv16 = sext i32 %dim to i64
  %mul17 = mul nsw i64 %conv, %conv16
  %conv18 = sext i32 %col.0 to i64
  %add19 = add nsw i64 %mul17, %conv18
  %arrayidx20 = getelementptr inbounds float, ptr %table, i64 %add19
  %8 = load float, ptr %arrayidx20, align 4, !tbaa !7
  %add21 = fadd contract float %sum.0, %8
  %inc = add nsw i32 %i.0, 1
  br label %for.cond7, !llvm.loop !9

for.end:                                          ; preds = %for.cond7
  %conv23 = sext i32 %dim to i64
  %mul24 = mul nsw i64 %idxprom, %conv23
  %conv25 = sext i32 %col.0 to i64
  %add26 = add nsw i64 %mul24, %conv25
  %arrayidx27 = getelementptr inbounds float, ptr %out, i64 %add26
  store float %sum.0, ptr %arrayidx27, align 4, !tbaa !7
  %9 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add30 = add i32 %col.0, %9
  br label %for.cond, !llvm.loop !11

cleanup.cont:                                     ; preds = %entry, %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1

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
