source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @nn_distance(ptr noalias noundef %record, ptr noalias noundef %distance, i32 noundef %records, float noundef %lat, float noundef %lng) #0 {
entry:
  %pair = alloca [4 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 1024
  %add = add nsw i32 %mul, 1024
  %cmp = icmp sle i32 %add, %records
  br i1 %cmp, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %idx.ext = sext i32 %mul to i64
  %add.ptr = getelementptr inbounds <2 x float>, ptr %record, i64 %idx.ext
  %add.ptr2 = getelementptr inbounds float, ptr %distance, i64 %idx.ext
  call void @llvm.lifetime.start.p0(ptr %pair) #4
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.then
  %e.0 = phi i32 [ 0, %if.then ], [ %inc, %for.body ]
  %cmp3 = icmp slt i32 %e.0, 4
  br i1 %cmp3, label %for.body, label %for.cond10

for.body:                                         ; preds = %for.cond
  %mul4 = mul nsw i32 %e.0, 128
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add6 = add i32 %mul4, %1
  %idxprom = zext i32 %add6 to i64
  %arrayidx = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom
  %2 = load <4 x float>, ptr %arrayidx, align 16, !tbaa !7
  %idxprom7 = sext i32 %e.0 to i64
  %arrayidx8 = getelementptr inbounds [4 x <4 x float>], ptr %pair, i64 0, i64 %idxprom7
  store <4 x float> %2, ptr %arrayidx8, align 16, !tbaa !7
  %inc = add nsw i32 %e.0, 1
  br label %for.cond, !llvm.loop !8

for.cond10:                                       ; preds = %for.cond, %for.body13
  %e9.0 = phi i32 [ %inc33, %for.body13 ], [ 0, %for.cond ]
  %two.0 = phi <2 x float> [ %11, %for.body13 ], [ undef, %for.cond ]
  %cmp11 = icmp slt i32 %e9.0, 4
  br i1 %cmp11, label %for.body13, label %for.end34

for.body13:                                       ; preds = %for.cond10
  %idxprom14 = sext i32 %e9.0 to i64
  %arrayidx15 = getelementptr inbounds [4 x <4 x float>], ptr %pair, i64 0, i64 %idxprom14
  %3 = load <4 x float>, ptr %arrayidx15, align 16
  %4 = extractelement <4 x float> %3, i64 0
  %sub = fsub contract float %4, %lat
  %5 = extractelement <4 x float> %3, i64 1
  %sub18 = fsub contract float %5, %lng
  %mul.i = fmul contract float %sub, %sub
  %mul1.i = fmul contract float %sub18, %sub18
  %add.i = fadd contract float %mul.i, %mul1.i
  %6 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add.i)
  %7 = insertelement <2 x float> %two.0, float %6, i64 0
  %8 = extractelement <4 x float> %3, i64 2
  %sub22 = fsub contract float %8, %lat
  %9 = extractelement <4 x float> %3, i64 3
  %sub25 = fsub contract float %9, %lng
  %mul.i3 = fmul contract float %sub22, %sub22
  %mul1.i4 = fmul contract float %sub25, %sub25
  %add.i5 = fadd contract float %mul.i3, %mul1.i4
  %10 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add.i5)
  %11 = insertelement <2 x float> %7, float %10, i64 1
  %mul27 = mul nsw i32 %e9.0, 128
  %12 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add29 = add i32 %mul27, %12
  %idxprom30 = zext i32 %add29 to i64
  %arrayidx31 = getelementptr inbounds nuw <2 x float>, ptr %add.ptr2, i64 %idxprom30
  store <2 x float> %11, ptr %arrayidx31, align 8, !tbaa !7
  %inc33 = add nsw i32 %e9.0, 1
  br label %for.cond10, !llvm.loop !11

for.end34:                                        ; preds = %for.cond10
  call void @llvm.lifetime.end.p0(ptr %pair) #4
  br label %cleanup.cont

if.end:                                           ; preds = %entry
  %13 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add36 = add i32 %mul, %13
  br label %for.cond37

for.cond37:                                       ; preds = %for.body40, %if.end
  %i.0 = phi i32 [ %add36, %if.end ], [ %add49, %for.body40 ]
  %cmp38 = icmp slt i32 %i.0, %records
  br i1 %cmp38, label %for.body40, label %cleanup.cont

for.body40:                                       ; preds = %for.cond37
  %idxprom41 = sext i32 %i.0 to i64
  %arrayidx42 = getelementptr inbounds <2 x float>, ptr %record, i64 %idxprom41
  %14 = load <2 x float>, ptr %arrayidx42, align 8, !tbaa !7
  %15 = extractelement <2 x float> %14, i64 0
  %sub43 = fsub contract float %15, %lat
  %16 = extractelement <2 x float> %14, i64 1
  %sub44 = fsub contract float %16, %lng
  %mul.i9 = fmul contract float %sub43, %sub43
  %mul1.i10 = fmul contract float %sub44, %sub44
  %add.i11 = fadd contract float %mul.i9, %mul1.i10
  %17 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %add.i11)
  %arrayidx47 = getelementptr inbounds float, ptr %distance, i64 %idxprom41
  store float %17, ptr %arrayidx47, align 4, !tbaa !12
  %add49 = add nsw i32 %i.0, 128
  br label %for.cond37, !llvm.loop !14

cleanup.cont:                                     ; preds = %for.end34, %for.cond37
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nounwind }

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
!11 = distinct !{!11, !9, !10}
!12 = !{!13, !13, i64 0}
!13 = !{!"float", !5, i64 0}
!14 = distinct !{!14, !9}
