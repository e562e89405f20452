source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sddmm(ptr noundef %source, ptr noundef %target, ptr noundef %left, ptr noundef %right, ptr noundef %out, i32 noundef %edges, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %edges
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %source, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %conv = sext i32 %3 to i64
  %arrayidx4 = getelementptr inbounds i32, ptr %target, i64 %idxprom
  %4 = load i32, ptr %arrayidx4, align 4, !tbaa !3
  %conv5 = sext i32 %4 to i64
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %sum.0 = phi float [ 0.000000e+00, %if.end ], [ %add18, %for.body ]
  %i.0 = phi i32 [ 0, %if.end ], [ %inc, %for.body ]
  %cmp6 = icmp slt i32 %i.0, %dim
  br i1 %cmp6, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv7 = sext i32 %dim to i64
  %mul8 = mul nsw i64 %conv, %conv7
  %conv9 = sext i32 %i.0 to i64
  %add10 = add nsw i64 %mul8, %conv9
  %arrayidx11 = getelementptr inbounds float, ptr %left, i64 %add10
  %5 = load float, ptr %arrayidx11, align 4, !tbaa !7
  %mul13 = mul nsw i64 %conv5, %conv7
  %add15 = add nsw i64 %mul13, %conv9
  %arrayidx16 = getelementptr inbounds float, ptr %right, i64 %add15
  %6 = load float, ptr %arrayidx16, align 4, !tbaa !7
  %mul17 = fmul contract float %5, %6
  %add18 = fadd contract float %sum.0, %mul17
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %arrayidx20 = getelementptr inbounds float, ptr %out, i64 %idxprom
  store float %sum.0, ptr %arrayidx20, align 4, !tbaa !7
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
