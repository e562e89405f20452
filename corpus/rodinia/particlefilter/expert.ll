source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @find_index(ptr noalias noundef %cdf, ptr noalias noundef %u, ptr noalias noundef %x, ptr noalias noundef %y, ptr noalias noundef %xj, ptr noalias noundef %yj, i32 noundef %particles) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %particles
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %u, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  br label %while.cond

while.cond:                                       ; preds = %while.body, %if.end
  %low.0 = phi i32 [ 0, %if.end ], [ %add8, %while.body ]
  %count.0 = phi i32 [ %particles, %if.end ], [ %sub9, %while.body ]
  %cmp3 = icmp sgt i32 %count.0, 1
  br i1 %cmp3, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %div = sdiv i32 %count.0, 2
  %add4 = add nsw i32 %low.0, %div
  %sub = sub nsw i32 %add4, 1
  %idxprom5 = sext i32 %sub to i64
  %arrayidx6 = getelementptr inbounds float, ptr %cdf, i64 %idxprom5
  %4 = load float, ptr %arrayidx6, align 4, !tbaa !7
  %cmp7 = fcmp contract olt float %4, %3
  %div. = select i1 %cmp7, i32 %div, i32 0
  %add8 = add nsw i32 %low.0, %div.
  %sub9 = sub nsw i32 %count.0, %div
  br label %while.cond, !llvm.loop !9

while.end:                                        ; preds = %while.cond
  %idxprom10 = sext i32 %low.0 to i64
  %arrayidx11 = getelementptr inbounds float, ptr %x, i64 %idxprom10
  %5 = load float, ptr %arrayidx11, align 4, !tbaa !7
  %arrayidx13 = getelementptr inbounds float, ptr %xj, i64 %idxprom
  store float %5, ptr %arrayidx13, align 4, !tbaa !7
  %arrayidx15 = getelementptr inbounds float, ptr %y, i64 %idxprom10
  %6 = load float, ptr %arrayidx15, align 4, !tbaa !7
  %arrayidx17 = getelementptr inbounds float, ptr %yj, i64 %idxprom
  store float %6, ptr %arrayidx17, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %while.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

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
