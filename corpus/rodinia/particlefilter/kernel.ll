source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @find_index(ptr noundef %cdf, ptr noundef %u, ptr noundef %x, ptr noundef %y, ptr noundef %xj, ptr noundef %yj, i32 noundef %particles) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %particles
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.inc
  %j.0 = phi i32 [ %inc, %for.inc ], [ 0, %entry ]
  %cmp3 = icmp slt i32 %j.0, %particles
  br i1 %cmp3, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %j.0 to i64
  %arrayidx = getelementptr inbounds float, ptr %cdf, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom4 = sext i32 %add to i64
  %arrayidx5 = getelementptr inbounds float, ptr %u, i64 %idxprom4
  %4 = load float, ptr %arrayidx5, align 4, !tbaa !7
  %cmp6 = fcmp contract oge float %3, %4
  br i1 %cmp6, label %for.end, label %for.inc

for.inc:                                          ; preds = %for.body
  %inc = add nsw i32 %j.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond, %for.body
  %index.0 = phi i32 [ -1, %for.cond ], [ %j.0, %for.body ]
  %cmp9 = icmp slt i32 %index.0, 0
  %sub = sub nsw i32 %particles, 1
  %spec.select = select i1 %cmp9, i32 %sub, i32 %index.0
  %idxprom12 = sext i32 %spec.select to i64
  %arrayidx13 = getelementptr inbounds float, ptr %x, i64 %idxprom12
  %5 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %idxprom14 = sext i32 %add to i64
  %arrayidx15 = getelementptr inbounds float, ptr %xj, i64 %idxprom14
  store float %5, ptr %arrayidx15, align 4, !tbaa !7
  %arrayidx17 = getelementptr inbounds float, ptr %y, i64 %idxprom12
  %6 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %arrayidx19 = getelementptr inbounds float, ptr %yj, i64 %idxprom14
  store float %6, ptr %arrayidx19, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
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
