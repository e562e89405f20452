source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @sddmm(ptr noalias noundef %source, ptr noalias noundef %target, ptr noalias noundef %left, ptr noalias noundef %right, ptr noalias noundef %out, i32 noundef %edges, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %div = udiv i32 %add, 4
  %rem = urem i32 %2, 4
  %sub = sub nsw i32 %edges, 1
  %cmp.i = icmp slt i32 %div, %sub
  %div.sub = select i1 %cmp.i, i32 %div, i32 %sub
  %div5 = sdiv i32 %dim, 4
  %idxprom = sext i32 %div.sub to i64
  %arrayidx = getelementptr inbounds i32, ptr %source, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %conv = sext i32 %3 to i64
  %conv6 = zext i32 %div5 to i64
  %mul7 = mul nsw i64 %conv, %conv6
  %add.ptr = getelementptr inbounds <4 x float>, ptr %left, i64 %mul7
  %arrayidx9 = getelementptr inbounds i32, ptr %target, i64 %idxprom
  %4 = load i32, ptr %arrayidx9, align 4, !tbaa !3
  %conv10 = sext i32 %4 to i64
  %mul12 = mul nsw i64 %conv10, %conv6
  %add.ptr13 = getelementptr inbounds <4 x float>, ptr %right, i64 %mul12
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %at.0 = phi i32 [ %rem, %entry ], [ %add29, %for.body ]
  %sum.0 = phi float [ 0.000000e+00, %entry ], [ %add28, %for.body ]
  %add14 = add i32 %at.0, 4
  %cmp = icmp ult i32 %add14, %div5
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom15 = zext i32 %at.0 to i64
  %arrayidx16 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom15
  %5 = load <4 x float>, ptr %arrayidx16, align 16, !tbaa !7
  %idxprom18 = zext i32 %add14 to i64
  %arrayidx19 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom18
  %6 = load <4 x float>, ptr %arrayidx19, align 16, !tbaa !7
  %arrayidx21 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr13, i64 %idxprom15
  %7 = load <4 x float>, ptr %arrayidx21, align 16, !tbaa !7
  %arrayidx24 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr13, i64 %idxprom18
  %8 = load <4 x float>, ptr %arrayidx24, align 16, !tbaa !7
  %9 = extractelement <4 x float> %5, i64 0
  %10 = extractelement <4 x float> %7, i64 0
  %11 = extractelement <4 x float> %5, i64 1
  %12 = extractelement <4 x float> %7, i64 1
  %13 = extractelement <4 x float> %5, i64 2
  %14 = extractelement <4 x float> %7, i64 2
  %15 = extractelement <4 x float> %5, i64 3
  %16 = extractelement <4 x float> %7, i64 3
  %mul.i = fmul contract float %15, %16
  %17 = call contract noundef float @llvm.fma.f32(float %13, float %14, float %mul.i)
  %18 = call contract noundef float @llvm.fma.f32(float %11, float %12, float %17)
  %19 = call contract noundef float @llvm.fma.f32(float %9, float %10, float %18)
  %20 = extractelement <4 x float> %6, i64 0
  %21 = extractelement <4 x float> %8, i64 0
  %22 = extractelement <4 x float> %6, i64 1
  %23 = extractelement <4 x float> %8, i64 1
  %24 = extractelement <4 x float> %6, i64 2
  %25 = extractelement <4 x float> %8, i64 2
  %26 = extractelement <4 x float> %6, i64 3
  %27 = extractelement <4 x float> %8, i64 3
  %mul.i5 = fmul contract float %26, %27
  %28 = call contract noundef float @llvm.fma.f32(float %24, float %25, float %mul.i5)
  %29 = call contract noundef float @llvm.fma.f32(float %22, float %23, float %28)
  %30 = call contract noundef float @llvm.fma.f32(float %20, float %21, float %29)
  %add27 = fadd contract float %19, %30
  %add28 = fadd contract float %sum.0, %add27
  %add29 = add i32 %at.0, 8
  br label %for.cond, !llvm.loop !8

for.end:                                          ; preds = %for.cond
  %cmp30 = icmp ult i32 %at.0, %div5
  br i1 %cmp30, label %if.then, label %if.end

if.then:                                          ; preds = %for.end
  %idxprom31 = zext i32 %at.0 to i64
  %arrayidx32 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr, i64 %idxprom31
  %31 = load <4 x float>, ptr %arrayidx32, align 16, !tbaa !7
  %arrayidx34 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr13, i64 %idxprom31
  %32 = load <4 x float>, ptr %arrayidx34, align 16, !tbaa !7
  %33 = extractelement <4 x float> %31, i64 0
  %34 = extractelement <4 x float> %32, i64 0
  %35 = extractelement <4 x float> %31, i64 1
  %36 = extractelement <4 x float> %32, i64 1
  %37 = extractelement <4 x float> %31, i64 2
  %38 = extractelement <4 x float> %32, i64 2
  %39 = extractelement <4 x float> %31, i64 3
  %40 = extractelement <4 x float> %32, i64 3
  %mul.i11 = fmul contract float %39, %40
  %41 = call contract noundef float @llvm.fma.f32(float %37, float %38, float %mul.i11)
  %42 = call contract noundef float @llvm.fma.f32(float %35, float %36, float %41)
  %43 = call contract noundef float @llvm.fma.f32(float %33, float %34, float %42)
  %add36 = fadd contract float %sum.0, %43
  br label %if.end

if.end:                                           ; preds = %if.then, %for.end
  %sum.1 = phi float [ %add36, %if.then ], [ %sum.0, %for.end ]
  br label %for.cond37

for.cond37:                                       ; preds = %for.body39, %if.end
  %sum.2 = phi float [ %sum.1, %if.end ], [ %add41, %for.body39 ]
  %away.0 = phi i32 [ 2, %if.end ], [ %div43, %for.body39 ]
  %cmp38 = icmp sgt i32 %away.0, 0
  br i1 %cmp38, label %for.body39, label %for.end44

for.body39:                                       ; preds = %for.cond37
  %44 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %sum.2, i32 %away.0, i32 31)
  %add41 = fadd contract float %sum.2, %44
  %div43 = sdiv i32 %away.0, 2
  br label %for.cond37, !llvm.loop !11

for.end44:                                        ; preds = %for.cond37
  %cmp45 = icmp eq i32 %rem, 0
  %cmp46 = icmp slt i32 %div, %edges
  %or.cond = and i1 %cmp45, %cmp46
  br i1 %or.cond, label %if.then47, label %if.end50

if.then47:                                        ; preds = %for.end44
  %idxprom48 = sext i32 %div to i64
  %arrayidx49 = getelementptr inbounds float, ptr %out, i64 %idxprom48
  store float %sum.2, ptr %arrayidx49, align 4, !tbaa !13
  br label %if.end50

if.end50:                                         ; preds = %if.then47, %for.end44
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }

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
!10 = !{!"llvm.loop.unroll.disable"}
!11 = distinct !{!11, !9, !12}
!12 = !{!"llvm.loop.unroll.enable"}
!13 = !{!14, !14, i64 0}
!14 = !{!"float", !5, i64 0}
