source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @compute_cost(ptr noundef %coord, ptr noundef %weight, ptr noundef %cost, ptr noundef %assign, ptr noundef %table, ptr noundef %saved, ptr noundef %slot, i32 noundef %points, i32 noundef %dim, i32 noundef %centres, i32 noundef %candidate) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %points
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.body
  %d.0 = phi i32 [ %inc, %for.body ], [ 0, %entry ]
  %squares.0 = phi float [ %add15, %for.body ], [ 0.000000e+00, %entry ]
  %cmp3 = icmp slt i32 %d.0, %dim
  br i1 %cmp3, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %d.0 to i64
  %conv4 = sext i32 %points to i64
  %mul5 = mul nsw i64 %conv, %conv4
  %conv6 = sext i32 %add to i64
  %add7 = add nsw i64 %mul5, %conv6
  %arrayidx = getelementptr inbounds float, ptr %coord, i64 %add7
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %conv11 = sext i32 %candidate to i64
  %add12 = add nsw i64 %mul5, %conv11
  %arrayidx13 = getelementptr inbounds float, ptr %coord, i64 %add12
  %4 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %sub = fsub contract float %3, %4
  %mul14 = fmul contract float %sub, %sub
  %add15 = fadd contract float %squares.0, %mul14
  %inc = add nsw i32 %d.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %idxprom = sext i32 %add to i64
  %arrayidx16 = getelementptr inbounds float, ptr %weight, i64 %idxprom
  %5 = load float, ptr %arrayidx16, align 4, !tbaa !7
  %mul17 = fmul contract float %squares.0, %5
  %arrayidx19 = getelementptr inbounds float, ptr %cost, i64 %idxprom
  %6 = load float, ptr %arrayidx19, align 4, !tbaa !7
  %sub20 = fsub contract float %mul17, %6
  %arrayidx22 = getelementptr inbounds float, ptr %saved, i64 %idxprom
  store float %sub20, ptr %arrayidx22, align 4, !tbaa !7
  %cmp23 = fcmp contract olt float %sub20, 0.000000e+00
  br i1 %cmp23, label %if.then24, label %if.else

if.then24:                                        ; preds = %for.end
  %arrayidx26 = getelementptr inbounds i32, ptr %slot, i64 %idxprom
  store i32 %centres, ptr %arrayidx26, align 4, !tbaa !3
  br label %cleanup.cont

if.else:                                          ; preds = %for.end
  %arrayidx28 = getelementptr inbounds i32, ptr %assign, i64 %idxprom
  %7 = load i32, ptr %arrayidx28, align 4, !tbaa !3
  %idxprom29 = sext i32 %7 to i64
  %arrayidx30 = getelementptr inbounds i32, ptr %table, i64 %idxprom29
  %8 = load i32, ptr %arrayidx30, align 4, !tbaa !3
  %arrayidx32 = getelementptr inbounds i32, ptr %slot, i64 %idxprom
  store i32 %8, ptr %arrayidx32, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %entry, %if.else, %if.then24
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
