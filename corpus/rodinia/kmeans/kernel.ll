source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @kmeans_assign(ptr noundef %feature, ptr noundef %centre, ptr noundef %membership, i32 noundef %points, i32 noundef %dim, i32 noundef %centres) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %points
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.end
  %nearest.0 = phi i32 [ %nearest.1, %for.end ], [ 0, %entry ]
  %least.0 = phi float [ %least.1, %for.end ], [ 0x47EFFFFFE0000000, %entry ]
  %c.0 = phi i32 [ %inc24, %for.end ], [ 0, %entry ]
  %cmp3 = icmp slt i32 %c.0, %centres
  br i1 %cmp3, label %for.cond4, label %for.end25

for.cond4:                                        ; preds = %for.cond, %for.body7
  %squares.0 = phi float [ %add19, %for.body7 ], [ 0.000000e+00, %for.cond ]
  %d.0 = phi i32 [ %inc, %for.body7 ], [ 0, %for.cond ]
  %cmp5 = icmp slt i32 %d.0, %dim
  br i1 %cmp5, label %for.body7, label %for.end

for.body7:                                        ; preds = %for.cond4
  %conv = sext i32 %d.0 to i64
  %conv8 = sext i32 %points to i64
  %mul9 = mul nsw i64 %conv, %conv8
  %conv10 = sext i32 %add to i64
  %add11 = add nsw i64 %mul9, %conv10
  %arrayidx = getelementptr inbounds float, ptr %feature, i64 %add11
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %conv12 = sext i32 %c.0 to i64
  %conv13 = sext i32 %dim to i64
  %mul14 = mul nsw i64 %conv12, %conv13
  %add16 = add nsw i64 %mul14, %conv
  %arrayidx17 = getelementptr inbounds float, ptr %centre, i64 %add16
  %4 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %sub = fsub contract float %3, %4
  %mul18 = fmul contract float %sub, %sub
  %add19 = fadd contract float %squares.0, %mul18
  %inc = add nsw i32 %d.0, 1
  br label %for.cond4, !llvm.loop !9

for.end:                                          ; preds = %for.cond4
  %cmp20 = fcmp contract olt float %squares.0, %least.0
  %nearest.1 = select i1 %cmp20, i32 %c.0, i32 %nearest.0
  %least.1 = select i1 %cmp20, float %squares.0, float %least.0
  %inc24 = add nsw i32 %c.0, 1
  br label %for.cond, !llvm.loop !11

for.end25:                                        ; preds = %for.cond
  %idxprom = sext i32 %add to i64
  %arrayidx26 = getelementptr inbounds i32, ptr %membership, i64 %idxprom
  store i32 %nearest.0, ptr %arrayidx26, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end25, %entry
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
!11 = distinct !{!11, !10}
