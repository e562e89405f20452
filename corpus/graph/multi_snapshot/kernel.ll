source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @multi_snapshot(ptr noundef %start, ptr noundef %column, ptr noundef %more_start, ptr noundef %more_column, ptr noundef %features, ptr noundef %out, i32 noundef %nodes, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.nctaid.y()
  %mul = mul i32 %1, %dim
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul4 = mul i32 %2, %3
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul4, %4
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul6 = mul nsw i32 %0, %nodes
  %add7 = add nsw i32 %mul6, %add
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %_ZL6sum_ofPKfPKiiiii.exit22, %if.end
  %col.0 = phi i32 [ %5, %if.end ], [ %add29, %_ZL6sum_ofPKfPKiiiii.exit22 ]
  %cmp9 = icmp slt i32 %col.0, %dim
  br i1 %cmp9, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %mul10 = mul nsw i32 %0, %dim
  %add11 = add nsw i32 %mul10, %col.0
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %6 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add12 = add nsw i32 %add, 1
  %idxprom13 = sext i32 %add12 to i64
  %arrayidx14 = getelementptr inbounds i32, ptr %start, i64 %idxprom13
  %7 = load i32, ptr %arrayidx14, align 4, !tbaa !3
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.body.i, %for.body
  %e.i.0 = phi i32 [ %6, %for.body ], [ %inc.i, %for.body.i ]
  %sum.i.0 = phi float [ 0.000000e+00, %for.body ], [ %add4.i, %for.body.i ]
  %cmp.i = icmp slt i32 %e.i.0, %7
  br i1 %cmp.i, label %for.body.i, label %_ZL6sum_ofPKfPKiiiii.exit

for.body.i:                                       ; preds = %for.cond.i
  %idxprom.i = sext i32 %e.i.0 to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %column, i64 %idxprom.i
  %8 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %conv.i = sext i32 %8 to i64
  %conv1.i = sext i32 %mul to i64
  %mul.i = mul nsw i64 %conv.i, %conv1.i
  %conv2.i = sext i32 %add11 to i64
  %add.i = add nsw i64 %mul.i, %conv2.i
  %arrayidx3.i = getelementptr inbounds float, ptr %features, i64 %add.i
  %9 = load float, ptr %arrayidx3.i, align 4, !tbaa !7
  %add4.i = fadd contract float %sum.i.0, %9
  %inc.i = add nsw i32 %e.i.0, 1
  br label %for.cond.i, !llvm.loop !9

_ZL6sum_ofPKfPKiiiii.exit:                        ; preds = %for.cond.i
  %idxprom16 = sext i32 %add7 to i64
  %arrayidx17 = getelementptr inbounds i32, ptr %more_start, i64 %idxprom16
  %10 = load i32, ptr %arrayidx17, align 4, !tbaa !3
  %add18 = add nsw i32 %add7, 1
  %idxprom19 = sext i32 %add18 to i64
  %arrayidx20 = getelementptr inbounds i32, ptr %more_start, i64 %idxprom19
  %11 = load i32, ptr %arrayidx20, align 4, !tbaa !3
  br label %for.cond.i9

for.cond.i9:                                      ; preds = %for.body.i11, %_ZL6sum_ofPKfPKiiiii.exit
  %e.i8.0 = phi i32 [ %10, %_ZL6sum_ofPKfPKiiiii.exit ], [ %inc.i21, %for.body.i11 ]
  %sum.i7.0 = phi float [ 0.000000e+00, %_ZL6sum_ofPKfPKiiiii.exit ], [ %add4.i20, %for.body.i11 ]
  %cmp.i10 = icmp slt i32 %e.i8.0, %11
  br i1 %cmp.i10, label %for.body.i11, label %_ZL6sum_ofPKfPKiiiii.exit22

for.body.i11:                                     ; preds = %for.cond.i9
  %idxprom.i12 = sext i32 %e.i8.0 to i64
  %arrayidx.i13 = getelementptr inbounds i32, ptr %more_column, i64 %idxprom.i12
  %12 = load i32, ptr %arrayidx.i13, align 4, !tbaa !3
  %conv.i14 = sext i32 %12 to i64
  %conv1.i15 = sext i32 %mul to i64
  %mul.i16 = mul nsw i64 %conv.i14, %conv1.i15
  %conv2.i17 = sext i32 %add11 to i64
  %add.i18 = add nsw i64 %mul.i16, %conv2.i17
  %arrayidx3.i19 = getelementptr inbounds float, ptr %features, i64 %add.i18
  %13 = load float, ptr %arrayidx3.i19, align 4, !tbaa !7
  %add4.i20 = fadd contract float %sum.i7.0, %13
  %inc.i21 = add nsw i32 %e.i8.0, 1
  br label %for.cond.i9, !llvm.loop !9

_ZL6sum_ofPKfPKiiiii.exit22:                      ; preds = %for.cond.i9
  %add22 = fadd contract float %sum.i.0, %sum.i7.0
  %conv23 = sext i32 %mul to i64
  %mul24 = mul nsw i64 %idxprom, %conv23
  %conv25 = sext i32 %add11 to i64
  %add26 = add nsw i64 %mul24, %conv25
  %arrayidx27 = getelementptr inbounds float, ptr %out, i64 %add26
  store float %add22, ptr %arrayidx27, align 4, !tbaa !7
  %14 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add29 = add i32 %col.0, %14
  br label %for.cond, !llvm.loop !11

cleanup.cont:                                     ; preds = %entry, %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 65536) i32 @llvm.nvvm.read.ptx.sreg.nctaid.y() #1

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
