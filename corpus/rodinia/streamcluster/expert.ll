source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ12compute_costE6chosen = internal addrspace(3) global [128 x float] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @compute_cost(ptr noalias noundef %coord, ptr noalias noundef %weight, ptr noalias noundef %cost, ptr noalias noundef %assign, ptr noalias noundef %table, ptr noalias noundef %saved, ptr noalias noundef %slot, i32 noundef %points, i32 noundef %dim, i32 noundef %centres, i32 noundef %candidate) #0 {
entry:
  %at = alloca [4 x i32], align 4
  %square = alloca [4 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 128
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %1
  %mul2 = mul i32 %add, 4
  %rem = srem i32 %points, 4
  %cmp = icmp eq i32 %rem, 0
  %cmp3 = icmp slt i32 %mul2, %points
  %spec.select = select i1 %cmp, i1 %cmp3, i1 false
  call void @llvm.lifetime.start.p0(ptr %at) #4
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %p.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp4 = icmp slt i32 %p.0, 4
  br i1 %cmp4, label %for.body, label %for.cond7

for.body:                                         ; preds = %for.cond
  %add5 = add nsw i32 %mul2, %p.0
  %sub = sub nsw i32 %points, 1
  %cmp.i = icmp slt i32 %add5, %sub
  %add5.sub = select i1 %cmp.i, i32 %add5, i32 %sub
  %idxprom = sext i32 %p.0 to i64
  %arrayidx = getelementptr inbounds [4 x i32], ptr %at, i64 0, i64 %idxprom
  store i32 %add5.sub, ptr %arrayidx, align 4, !tbaa !3
  %inc = add nsw i32 %p.0, 1
  br label %for.cond, !llvm.loop !7

for.cond7:                                        ; preds = %for.cond, %for.inc91
  %four.0 = phi <4 x float> [ %four.1, %for.inc91 ], [ undef, %for.cond ]
  %from.0 = phi i32 [ %add92, %for.inc91 ], [ 0, %for.cond ]
  %squares.0 = phi <4 x float> [ %squares.2, %for.inc91 ], [ zeroinitializer, %for.cond ]
  %cmp8 = icmp slt i32 %from.0, %dim
  br i1 %cmp8, label %for.body10, label %for.end93

for.body10:                                       ; preds = %for.cond7
  %sub11 = sub nsw i32 %dim, %from.0
  %cmp.i3 = icmp slt i32 %sub11, 128
  %sub11. = select i1 %cmp.i3, i32 %sub11, i32 128
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp14 = icmp ult i32 %1, %sub11.
  br i1 %cmp14, label %if.then, label %if.end

if.then:                                          ; preds = %for.body10
  %add16 = add i32 %from.0, %1
  %conv = zext i32 %add16 to i64
  %conv17 = sext i32 %points to i64
  %mul18 = mul nsw i64 %conv, %conv17
  %conv19 = sext i32 %candidate to i64
  %add20 = add nsw i64 %mul18, %conv19
  %arrayidx21 = getelementptr inbounds float, ptr %coord, i64 %add20
  %2 = load float, ptr %arrayidx21, align 4, !tbaa !10
  %idxprom23 = zext i32 %1 to i64
  %arrayidx24 = getelementptr inbounds nuw [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12compute_costE6chosen to ptr), i64 0, i64 %idxprom23
  store float %2, ptr %arrayidx24, align 4, !tbaa !10
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body10
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %conv25 = sext i32 %from.0 to i64
  %conv26 = sext i32 %points to i64
  %mul27 = mul nsw i64 %conv25, %conv26
  %add.ptr = getelementptr inbounds float, ptr %coord, i64 %mul27
  br i1 %spec.select, label %for.cond29, label %for.cond47

for.cond29:                                       ; preds = %if.end, %for.body32
  %d.0 = phi i32 [ %inc44, %for.body32 ], [ 0, %if.end ]
  %squares.1 = phi <4 x float> [ %add42, %for.body32 ], [ %squares.0, %if.end ]
  %cmp30 = icmp slt i32 %d.0, %sub11.
  br i1 %cmp30, label %for.body32, label %for.inc91

for.body32:                                       ; preds = %for.cond29
  %conv33 = sext i32 %d.0 to i64
  %mul35 = mul nsw i64 %conv33, %conv26
  %add.ptr36 = getelementptr inbounds float, ptr %add.ptr, i64 %mul35
  %idx.ext = sext i32 %mul2 to i64
  %add.ptr37 = getelementptr inbounds float, ptr %add.ptr36, i64 %idx.ext
  %3 = load <4 x float>, ptr %add.ptr37, align 16, !tbaa !12
  %arrayidx39 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12compute_costE6chosen to ptr), i64 0, i64 %conv33
  %4 = load float, ptr %arrayidx39, align 4, !tbaa !10
  %splat.splatinsert = insertelement <4 x float> poison, float %4, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %sub40 = fsub contract <4 x float> %3, %splat.splat
  %mul41 = fmul contract <4 x float> %sub40, %sub40
  %add42 = fadd contract <4 x float> %squares.1, %mul41
  %inc44 = add nsw i32 %d.0, 1
  br label %for.cond29, !llvm.loop !13

for.cond47:                                       ; preds = %if.end, %for.body50
  %d46.0 = phi i32 [ %inc88, %for.body50 ], [ 0, %if.end ]
  %four.2 = phi <4 x float> [ %16, %for.body50 ], [ %four.0, %if.end ]
  %squares.3 = phi <4 x float> [ %add86, %for.body50 ], [ %squares.0, %if.end ]
  %cmp48 = icmp slt i32 %d46.0, %sub11.
  br i1 %cmp48, label %for.body50, label %for.inc91

for.body50:                                       ; preds = %for.cond47
  %conv51 = sext i32 %d46.0 to i64
  %mul53 = mul nsw i64 %conv51, %conv26
  %5 = load i32, ptr %at, align 4, !tbaa !3
  %conv55 = sext i32 %5 to i64
  %add56 = add nsw i64 %mul53, %conv55
  %arrayidx57 = getelementptr inbounds float, ptr %add.ptr, i64 %add56
  %6 = load float, ptr %arrayidx57, align 4, !tbaa !10
  %7 = insertelement <4 x float> %four.2, float %6, i64 0
  %arrayidx61 = getelementptr inbounds [4 x i32], ptr %at, i64 0, i64 1
  %8 = load i32, ptr %arrayidx61, align 4, !tbaa !3
  %conv62 = sext i32 %8 to i64
  %add63 = add nsw i64 %mul53, %conv62
  %arrayidx64 = getelementptr inbounds float, ptr %add.ptr, i64 %add63
  %9 = load float, ptr %arrayidx64, align 4, !tbaa !10
  %10 = insertelement <4 x float> %7, float %9, i64 1
  %arrayidx68 = getelementptr inbounds [4 x i32], ptr %at, i64 0, i64 2
  %11 = load i32, ptr %arrayidx68, align 4, !tbaa !3
  %conv69 = sext i32 %11 to i64
  %add70 = add nsw i64 %mul53, %conv69
  %arrayidx71 = getelementptr inbounds float, ptr %add.ptr, i64 %add70
  %12 = load float, ptr %arrayidx71, align 4, !tbaa !10
  %13 = insertelement <4 x float> %10, float %12, i64 2
  %arrayidx75 = getelementptr inbounds [4 x i32], ptr %at, i64 0, i64 3
  %14 = load i32, ptr %arrayidx75, align 4, !tbaa !3
  %conv76 = sext i32 %14 to i64
  %add77 = add nsw i64 %mul53, %conv76
  %arrayidx78 = getelementptr inbounds float, ptr %add.ptr, i64 %add77
  %15 = load float, ptr %arrayidx78, align 4, !tbaa !10
  %16 = insertelement <4 x float> %13, float %15, i64 3
  %arrayidx81 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12compute_costE6chosen to ptr), i64 0, i64 %conv51
  %17 = load float, ptr %arrayidx81, align 4, !tbaa !10
  %splat.splatinsert82 = insertelement <4 x float> poison, float %17, i64 0
  %splat.splat83 = shufflevector <4 x float> %splat.splatinsert82, <4 x float> poison, <4 x i32> zeroinitializer
  %sub84 = fsub contract <4 x float> %16, %splat.splat83
  %mul85 = fmul contract <4 x float> %sub84, %sub84
  %add86 = fadd contract <4 x float> %squares.3, %mul85
  %inc88 = add nsw i32 %d46.0, 1
  br label %for.cond47, !llvm.loop !15

for.inc91:                                        ; preds = %for.cond29, %for.cond47
  %four.1 = phi <4 x float> [ %four.0, %for.cond29 ], [ %four.2, %for.cond47 ]
  %squares.2 = phi <4 x float> [ %squares.1, %for.cond29 ], [ %squares.3, %for.cond47 ]
  %add92 = add nsw i32 %from.0, 128
  br label %for.cond7, !llvm.loop !16

for.end93:                                        ; preds = %for.cond7
  br i1 %spec.select, label %if.then95, label %if.end132

if.then95:                                        ; preds = %for.end93
  %idx.ext96 = sext i32 %mul2 to i64
  %add.ptr97 = getelementptr inbounds float, ptr %weight, i64 %idx.ext96
  %18 = load <4 x float>, ptr %add.ptr97, align 16, !tbaa !12
  %mul98 = fmul contract <4 x float> %squares.0, %18
  %add.ptr100 = getelementptr inbounds float, ptr %cost, i64 %idx.ext96
  %19 = load <4 x float>, ptr %add.ptr100, align 16, !tbaa !12
  %sub101 = fsub contract <4 x float> %mul98, %19
  %add.ptr103 = getelementptr inbounds i32, ptr %assign, i64 %idx.ext96
  %20 = load <4 x i32>, ptr %add.ptr103, align 16, !tbaa !12
  %21 = extractelement <4 x float> %sub101, i64 0
  %cmp104 = fcmp contract olt float %21, 0.000000e+00
  br i1 %cmp104, label %cond.end, label %cond.false

cond.false:                                       ; preds = %if.then95
  %22 = extractelement <4 x i32> %20, i64 0
  %idxprom105 = sext i32 %22 to i64
  %arrayidx106 = getelementptr inbounds i32, ptr %table, i64 %idxprom105
  %23 = load i32, ptr %arrayidx106, align 4, !tbaa !3
  br label %cond.end

cond.end:                                         ; preds = %if.then95, %cond.false
  %cond = phi i32 [ %23, %cond.false ], [ %centres, %if.then95 ]
  %24 = insertelement <4 x i32> undef, i32 %cond, i64 0
  %25 = extractelement <4 x float> %sub101, i64 1
  %cmp107 = fcmp contract olt float %25, 0.000000e+00
  br i1 %cmp107, label %cond.end112, label %cond.false109

cond.false109:                                    ; preds = %cond.end
  %26 = extractelement <4 x i32> %20, i64 1
  %idxprom110 = sext i32 %26 to i64
  %arrayidx111 = getelementptr inbounds i32, ptr %table, i64 %idxprom110
  %27 = load i32, ptr %arrayidx111, align 4, !tbaa !3
  br label %cond.end112

cond.end112:                                      ; preds = %cond.end, %cond.false109
  %cond113 = phi i32 [ %27, %cond.false109 ], [ %centres, %cond.end ]
  %28 = insertelement <4 x i32> %24, i32 %cond113, i64 1
  %29 = extractelement <4 x float> %sub101, i64 2
  %cmp114 = fcmp contract olt float %29, 0.000000e+00
  br i1 %cmp114, label %cond.end119, label %cond.false116

cond.false116:                                    ; preds = %cond.end112
  %30 = extractelement <4 x i32> %20, i64 2
  %idxprom117 = sext i32 %30 to i64
  %arrayidx118 = getelementptr inbounds i32, ptr %table, i64 %idxprom117
  %31 = load i32, ptr %arrayidx118, align 4, !tbaa !3
  br label %cond.end119

cond.end119:                                      ; preds = %cond.end112, %cond.false116
  %cond120 = phi i32 [ %31, %cond.false116 ], [ %centres, %cond.end112 ]
  %32 = insertelement <4 x i32> %28, i32 %cond120, i64 2
  %33 = extractelement <4 x float> %sub101, i64 3
  %cmp121 = fcmp contract olt float %33, 0.000000e+00
  br i1 %cmp121, label %cond.end126, label %cond.false123

cond.false123:                                    ; preds = %cond.end119
  %34 = extractelement <4 x i32> %20, i64 3
  %idxprom124 = sext i32 %34 to i64
  %arrayidx125 = getelementptr inbounds i32, ptr %table, i64 %idxprom124
  %35 = load i32, ptr %arrayidx125, align 4, !tbaa !3
  br label %cond.end126

cond.end126:                                      ; preds = %cond.end119, %cond.false123
  %cond127 = phi i32 [ %35, %cond.false123 ], [ %centres, %cond.end119 ]
  %36 = insertelement <4 x i32> %32, i32 %cond127, i64 3
  %add.ptr129 = getelementptr inbounds float, ptr %saved, i64 %idx.ext96
  store <4 x float> %sub101, ptr %add.ptr129, align 16, !tbaa !12
  %add.ptr131 = getelementptr inbounds i32, ptr %slot, i64 %idx.ext96
  store <4 x i32> %36, ptr %add.ptr131, align 16, !tbaa !12
  br label %cleanup

if.end132:                                        ; preds = %for.end93
  call void @llvm.lifetime.start.p0(ptr %square) #4
  %37 = extractelement <4 x float> %squares.0, i64 0
  store float %37, ptr %square, align 4, !tbaa !10
  %arrayinit.element = getelementptr inbounds float, ptr %square, i64 1
  %38 = extractelement <4 x float> %squares.0, i64 1
  store float %38, ptr %arrayinit.element, align 4, !tbaa !10
  %arrayinit.element133 = getelementptr inbounds float, ptr %square, i64 2
  %39 = extractelement <4 x float> %squares.0, i64 2
  store float %39, ptr %arrayinit.element133, align 4, !tbaa !10
  %arrayinit.element134 = getelementptr inbounds float, ptr %square, i64 3
  %40 = extractelement <4 x float> %squares.0, i64 3
  store float %40, ptr %arrayinit.element134, align 4, !tbaa !10
  br label %for.cond136

for.cond136:                                      ; preds = %for.inc176, %if.end132
  %p135.0 = phi i32 [ 0, %if.end132 ], [ %inc177, %for.inc176 ]
  %cmp137 = icmp slt i32 %p135.0, 4
  br i1 %cmp137, label %for.body139, label %for.end178

for.body139:                                      ; preds = %for.cond136
  %add140 = add nsw i32 %mul2, %p135.0
  %cmp141 = icmp slt i32 %add140, %points
  br i1 %cmp141, label %if.then142, label %for.inc176

if.then142:                                       ; preds = %for.body139
  %idxprom144 = sext i32 %p135.0 to i64
  %arrayidx145 = getelementptr inbounds [4 x float], ptr %square, i64 0, i64 %idxprom144
  %41 = load float, ptr %arrayidx145, align 4, !tbaa !10
  %arrayidx147 = getelementptr inbounds [4 x i32], ptr %at, i64 0, i64 %idxprom144
  %42 = load i32, ptr %arrayidx147, align 4, !tbaa !3
  %idxprom148 = sext i32 %42 to i64
  %arrayidx149 = getelementptr inbounds float, ptr %weight, i64 %idxprom148
  %43 = load float, ptr %arrayidx149, align 4, !tbaa !10
  %mul150 = fmul contract float %41, %43
  %arrayidx154 = getelementptr inbounds float, ptr %cost, i64 %idxprom148
  %44 = load float, ptr %arrayidx154, align 4, !tbaa !10
  %sub155 = fsub contract float %mul150, %44
  %arrayidx159 = getelementptr inbounds float, ptr %saved, i64 %idxprom148
  store float %sub155, ptr %arrayidx159, align 4, !tbaa !10
  %cmp160 = fcmp contract olt float %sub155, 0.000000e+00
  br i1 %cmp160, label %cond.end169, label %cond.false162

cond.false162:                                    ; preds = %if.then142
  %45 = load i32, ptr %arrayidx147, align 4, !tbaa !3
  %idxprom165 = sext i32 %45 to i64
  %arrayidx166 = getelementptr inbounds i32, ptr %assign, i64 %idxprom165
  %46 = load i32, ptr %arrayidx166, align 4, !tbaa !3
  %idxprom167 = sext i32 %46 to i64
  %arrayidx168 = getelementptr inbounds i32, ptr %table, i64 %idxprom167
  %47 = load i32, ptr %arrayidx168, align 4, !tbaa !3
  br label %cond.end169

cond.end169:                                      ; preds = %if.then142, %cond.false162
  %cond170 = phi i32 [ %47, %cond.false162 ], [ %centres, %if.then142 ]
  %48 = load i32, ptr %arrayidx147, align 4, !tbaa !3
  %idxprom173 = sext i32 %48 to i64
  %arrayidx174 = getelementptr inbounds i32, ptr %slot, i64 %idxprom173
  store i32 %cond170, ptr %arrayidx174, align 4, !tbaa !3
  br label %for.inc176

for.inc176:                                       ; preds = %for.body139, %cond.end169
  %inc177 = add nsw i32 %p135.0, 1
  br label %for.cond136, !llvm.loop !17

for.end178:                                       ; preds = %for.cond136
  call void @llvm.lifetime.end.p0(ptr %square) #4
  br label %cleanup

cleanup:                                          ; preds = %for.end178, %cond.end126
  call void @llvm.lifetime.end.p0(ptr %at) #4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
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
!7 = distinct !{!7, !8, !9}
!8 = !{!"llvm.loop.mustprogress"}
!9 = !{!"llvm.loop.unroll.enable"}
!10 = !{!11, !11, i64 0}
!11 = !{!"float", !5, i64 0}
!12 = !{!5, !5, i64 0}
!13 = distinct !{!13, !8, !14}
!14 = !{!"llvm.loop.unroll.count", i32 4}
!15 = distinct !{!15, !8}
!16 = distinct !{!16, !8}
!17 = distinct !{!17, !8, !9}
