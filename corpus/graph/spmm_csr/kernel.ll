source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @spmm_csr(ptr noundef %start, ptr noundef %column, ptr noundef %value, ptr noundef %features, ptr noundef %out, i32 noundef %nodes, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end, %if.end
  %col.0 = phi i32 [ %3, %if.end ], [ %add31, %for.end ]
  %cmp4 = icmp slt i32 %col.0, %dim
  br i1 %cmp4, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %4 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond5

for.cond5:                                        ; preds = %for.body11, %for.body
  %sum.0 = phi float [ 0.000000e+00, %for.body ], [ %add22, %for.body11 ]
  %e.0 = phi i32 [ %4, %for.body ], [ %inc, %for.body11 ]
  %add6 = add nsw i32 %add, 1
  %idxprom7 = sext i32 %add6 to i64
  %arrayidx8 = getelementptr inbounds i32, ptr %start, i64 %idxprom7
  %5 = load i32, ptr %arrayidx8, align 4, !tbaa !3
  %cmp9 = icmp slt i32 %e.0, %5
  br i1 %cmp9, label %for.body11, label %for.end

for.body11:                                       ; preds = %for.cond5
  %idxprom12 = sext i32 %e.0 to i64
  %arrayidx13 = getelementptr inbounds float, ptr %value, i64 %idxprom12
  %6 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %arrayidx15 = getelementptr inbounds i32, ptr %column, i64 %idxprom12
  %7 = load i32, ptr %arrayidx15, align 4, !tbaa !3
  %conv = sext i32 %7 to i64
  %conv16 = sext i32 %dim to i64
  %mul17 = mul nsw i64 %conv, %conv16
  %conv18 = sext i32 %col.0 to i64
  %add19 = add nsw i64 %mul17, %conv18
  %arrayidx20 = getelementptr inbounds float, ptr %features, i64 %add19
  %8 = load float, ptr %arrayidx20, align 4, !tbaa !7
  %mul21 = fmul contract float %6, %8
  %add22 = fadd contract float %sum.0, %mul21
  %inc = add nsw i32 %e.0, 1
  br label %for.cond5, !llvm.loop !9

for.end:                                          ; preds = %for.cond5
  %conv24 = sext i32 %dim to i64
  %mul25 = mul nsw i64 %idxprom, %conv24
  %conv26 = sext i32 %col.0 to i64
  %add27 = add nsw i64 %mul25, %conv26
  %arrayidx28 = getelementptr inbounds float, ptr %out, i64 %add27
  store float %sum.0, ptr %arrayidx28, align 4, !tbaa !7
  %9 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add31 = add i32 %col.0, %9
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
