source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @multi_snapshot(ptr noalias noundef %start, ptr noalias noundef %column, ptr noalias noundef %more_start, ptr noalias noundef %more_column, ptr noalias noundef %features, ptr noalias noundef %out, i32 noundef %nodes, i32 noundef %dim) #0 {
entry:
  %feature.i8 = alloca [4 x <4 x float>], align 16
  %feature.i = alloca [4 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %div = sdiv i32 %dim, 4
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %div5 = udiv i32 %4, %div
  %mul6 = mul i32 %div5, %nodes
  %add7 = add i32 %mul6, %add
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %5 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %add8 = add nsw i32 %add, 1
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds i32, ptr %start, i64 %idxprom9
  %6 = load i32, ptr %arrayidx10, align 4, !tbaa !3
  %idxprom11 = sext i32 %add7 to i64
  %arrayidx12 = getelementptr inbounds i32, ptr %more_start, i64 %idxprom11
  %7 = load i32, ptr %arrayidx12, align 4, !tbaa !3
  %add13 = add nsw i32 %add7, 1
  %idxprom14 = sext i32 %add13 to i64
  %arrayidx15 = getelementptr inbounds i32, ptr %more_start, i64 %idxprom14
  %8 = load i32, ptr %arrayidx15, align 4, !tbaa !3
  %idx.ext = zext i32 %4 to i64
  %add.ptr = getelementptr inbounds nuw <4 x float>, ptr %features, i64 %idx.ext
  br label %for.cond.i

for.cond.i:                                       ; preds = %for.cond.cleanup12.i, %if.end
  %sum.0 = phi <4 x float> [ zeroinitializer, %if.end ], [ %sum.2, %for.cond.cleanup12.i ]
  %e.i.0 = phi i32 [ %5, %if.end ], [ %add.i, %for.cond.cleanup12.i ]
  %add.i = add nsw i32 %e.i.0, 4
  %cmp.i = icmp sle i32 %add.i, %6
  br i1 %cmp.i, label %for.body.i, label %for.cond23.i

for.body.i:                                       ; preds = %for.cond.i
  call void @llvm.lifetime.start.p0(ptr %feature.i) #3
  br label %for.cond1.i

for.cond1.i:                                      ; preds = %for.body3.i, %for.body.i
  %r.i.0 = phi i32 [ 0, %for.body.i ], [ %inc.i, %for.body3.i ]
  %cmp2.i = icmp slt i32 %r.i.0, 4
  br i1 %cmp2.i, label %for.body3.i, label %for.cond10.i

for.body3.i:                                      ; preds = %for.cond1.i
  %add4.i = add nsw i32 %e.i.0, %r.i.0
  %idxprom.i = sext i32 %add4.i to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %column, i64 %idxprom.i
  %9 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %conv.i = sext i32 %9 to i64
  %conv5.i = zext i32 %3 to i64
  %mul.i = mul nsw i64 %conv.i, %conv5.i
  %arrayidx6.i = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul.i
  %10 = load <4 x float>, ptr %arrayidx6.i, align 16, !tbaa !7
  %idxprom7.i = sext i32 %r.i.0 to i64
  %arrayidx8.i = getelementptr inbounds [4 x <4 x float>], ptr %feature.i, i64 0, i64 %idxprom7.i
  store <4 x float> %10, ptr %arrayidx8.i, align 16, !tbaa !7
  %inc.i = add nsw i32 %r.i.0, 1
  br label %for.cond1.i, !llvm.loop !8

for.cond10.i:                                     ; preds = %for.cond1.i, %for.body13.i
  %sum.2 = phi <4 x float> [ %add16.i, %for.body13.i ], [ %sum.0, %for.cond1.i ]
  %r9.i.0 = phi i32 [ %inc18.i, %for.body13.i ], [ 0, %for.cond1.i ]
  %cmp11.i = icmp slt i32 %r9.i.0, 4
  br i1 %cmp11.i, label %for.body13.i, label %for.cond.cleanup12.i

for.cond.cleanup12.i:                             ; preds = %for.cond10.i
  call void @llvm.lifetime.end.p0(ptr %feature.i) #3
  br label %for.cond.i, !llvm.loop !11

for.body13.i:                                     ; preds = %for.cond10.i
  %idxprom14.i = sext i32 %r9.i.0 to i64
  %arrayidx15.i = getelementptr inbounds [4 x <4 x float>], ptr %feature.i, i64 0, i64 %idxprom14.i
  %11 = load <4 x float>, ptr %arrayidx15.i, align 16, !tbaa !7
  %add16.i = fadd contract <4 x float> %sum.2, %11
  %inc18.i = add nsw i32 %r9.i.0, 1
  br label %for.cond10.i, !llvm.loop !13

for.cond23.i:                                     ; preds = %for.cond.i, %for.body25.i
  %sum.1 = phi <4 x float> [ %add32.i, %for.body25.i ], [ %sum.0, %for.cond.i ]
  %e.i.1 = phi i32 [ %inc34.i, %for.body25.i ], [ %e.i.0, %for.cond.i ]
  %cmp24.i = icmp slt i32 %e.i.1, %6
  br i1 %cmp24.i, label %for.body25.i, label %for.cond.i11

for.body25.i:                                     ; preds = %for.cond23.i
  %idxprom26.i = sext i32 %e.i.1 to i64
  %arrayidx27.i = getelementptr inbounds i32, ptr %column, i64 %idxprom26.i
  %12 = load i32, ptr %arrayidx27.i, align 4, !tbaa !3
  %conv28.i = sext i32 %12 to i64
  %conv29.i = zext i32 %3 to i64
  %mul30.i = mul nsw i64 %conv28.i, %conv29.i
  %arrayidx31.i = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul30.i
  %13 = load <4 x float>, ptr %arrayidx31.i, align 16, !tbaa !7
  %add32.i = fadd contract <4 x float> %sum.1, %13
  %inc34.i = add nsw i32 %e.i.1, 1
  br label %for.cond23.i, !llvm.loop !14

for.cond.i11:                                     ; preds = %for.cond23.i, %for.cond.cleanup12.i32
  %sum.3 = phi <4 x float> [ %sum.5, %for.cond.cleanup12.i32 ], [ %sum.1, %for.cond23.i ]
  %e.i7.0 = phi i32 [ %add.i12, %for.cond.cleanup12.i32 ], [ %7, %for.cond23.i ]
  %add.i12 = add nsw i32 %e.i7.0, 4
  %cmp.i13 = icmp sle i32 %add.i12, %8
  br i1 %cmp.i13, label %for.body.i26, label %for.cond23.i15

for.body.i26:                                     ; preds = %for.cond.i11
  call void @llvm.lifetime.start.p0(ptr %feature.i8) #3
  br label %for.cond1.i27

for.cond1.i27:                                    ; preds = %for.body3.i39, %for.body.i26
  %r.i9.0 = phi i32 [ 0, %for.body.i26 ], [ %inc.i49, %for.body3.i39 ]
  %cmp2.i28 = icmp slt i32 %r.i9.0, 4
  br i1 %cmp2.i28, label %for.body3.i39, label %for.cond10.i30

for.body3.i39:                                    ; preds = %for.cond1.i27
  %add4.i40 = add nsw i32 %e.i7.0, %r.i9.0
  %idxprom.i41 = sext i32 %add4.i40 to i64
  %arrayidx.i42 = getelementptr inbounds i32, ptr %more_column, i64 %idxprom.i41
  %14 = load i32, ptr %arrayidx.i42, align 4, !tbaa !3
  %conv.i43 = sext i32 %14 to i64
  %conv5.i44 = zext i32 %3 to i64
  %mul.i45 = mul nsw i64 %conv.i43, %conv5.i44
  %arrayidx6.i46 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul.i45
  %15 = load <4 x float>, ptr %arrayidx6.i46, align 16, !tbaa !7
  %idxprom7.i47 = sext i32 %r.i9.0 to i64
  %arrayidx8.i48 = getelementptr inbounds [4 x <4 x float>], ptr %feature.i8, i64 0, i64 %idxprom7.i47
  store <4 x float> %15, ptr %arrayidx8.i48, align 16, !tbaa !7
  %inc.i49 = add nsw i32 %r.i9.0, 1
  br label %for.cond1.i27, !llvm.loop !8

for.cond10.i30:                                   ; preds = %for.cond1.i27, %for.body13.i34
  %sum.5 = phi <4 x float> [ %add16.i37, %for.body13.i34 ], [ %sum.3, %for.cond1.i27 ]
  %r9.i10.0 = phi i32 [ %inc18.i38, %for.body13.i34 ], [ 0, %for.cond1.i27 ]
  %cmp11.i31 = icmp slt i32 %r9.i10.0, 4
  br i1 %cmp11.i31, label %for.body13.i34, label %for.cond.cleanup12.i32

for.cond.cleanup12.i32:                           ; preds = %for.cond10.i30
  call void @llvm.lifetime.end.p0(ptr %feature.i8) #3
  br label %for.cond.i11, !llvm.loop !11

for.body13.i34:                                   ; preds = %for.cond10.i30
  %idxprom14.i35 = sext i32 %r9.i10.0 to i64
  %arrayidx15.i36 = getelementptr inbounds [4 x <4 x float>], ptr %feature.i8, i64 0, i64 %idxprom14.i35
  %16 = load <4 x float>, ptr %arrayidx15.i36, align 16, !tbaa !7
  %add16.i37 = fadd contract <4 x float> %sum.5, %16
  %inc18.i38 = add nsw i32 %r9.i10.0, 1
  br label %for.cond10.i30, !llvm.loop !13

for.cond23.i15:                                   ; preds = %for.cond.i11, %for.body25.i17
  %sum.4 = phi <4 x float> [ %add32.i24, %for.body25.i17 ], [ %sum.3, %for.cond.i11 ]
  %e.i7.1 = phi i32 [ %inc34.i25, %for.body25.i17 ], [ %e.i7.0, %for.cond.i11 ]
  %cmp24.i16 = icmp slt i32 %e.i7.1, %8
  br i1 %cmp24.i16, label %for.body25.i17, label %_ZL8add_rowsRDv4_fPKS_PKiiij.exit50

for.body25.i17:                                   ; preds = %for.cond23.i15
  %idxprom26.i18 = sext i32 %e.i7.1 to i64
  %arrayidx27.i19 = getelementptr inbounds i32, ptr %more_column, i64 %idxprom26.i18
  %17 = load i32, ptr %arrayidx27.i19, align 4, !tbaa !3
  %conv28.i20 = sext i32 %17 to i64
  %conv29.i21 = zext i32 %3 to i64
  %mul30.i22 = mul nsw i64 %conv28.i20, %conv29.i21
  %arrayidx31.i23 = getelementptr inbounds <4 x float>, ptr %add.ptr, i64 %mul30.i22
  %18 = load <4 x float>, ptr %arrayidx31.i23, align 16, !tbaa !7
  %add32.i24 = fadd contract <4 x float> %sum.4, %18
  %inc34.i25 = add nsw i32 %e.i7.1, 1
  br label %for.cond23.i15, !llvm.loop !14

_ZL8add_rowsRDv4_fPKS_PKiiij.exit50:              ; preds = %for.cond23.i15
  %conv18 = zext i32 %3 to i64
  %mul19 = mul nsw i64 %idxprom, %conv18
  %add21 = add nsw i64 %mul19, %idx.ext
  %arrayidx22 = getelementptr inbounds <4 x float>, ptr %out, i64 %add21
  store <4 x float> %sum.4, ptr %arrayidx22, align 16, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %_ZL8add_rowsRDv4_fPKS_PKiiij.exit50, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nounwind }

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
!8 = distinct !{!8, !9, !10}
!9 = !{!"llvm.loop.mustprogress"}
!10 = !{!"llvm.loop.unroll.enable"}
!11 = distinct !{!11, !9, !12}
!12 = !{!"llvm.loop.unroll.disable"}
!13 = distinct !{!13, !9, !10}
!14 = distinct !{!14, !9, !12}
