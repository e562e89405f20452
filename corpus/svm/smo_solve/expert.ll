source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ9smo_solveE8smallest = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ9smo_solveE11smallest_at = internal addrspace(3) global [32 x i32] undef, align 4
@_ZZ9smo_solveE7largest = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ9smo_solveE9room_grow = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ9smo_solveE4gain = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ9smo_solveE7gain_at = internal addrspace(3) global [32 x i32] undef, align 4
@_ZZ9smo_solveE11room_shrink = internal addrspace(3) global [32 x float] undef, align 4
@_ZZ9smo_solveE6newton = internal addrspace(3) global [32 x float] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @smo_solve(ptr noalias noundef %kernel, ptr noalias noundef %label, ptr noalias noundef %f, ptr noalias noundef %alpha, ptr noalias noundef %gap, i32 noundef %points, float noundef %cost, float noundef %eps, i32 noundef %most_steps) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %0, 32
  %div = sdiv i32 %0, 32
  %div1 = sdiv i32 %points, 32
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %label, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp sgt i32 %1, 0
  %mul = mul nsw i32 %0, %points
  %add = add nsw i32 %mul, %0
  %idxprom2 = sext i32 %add to i64
  %arrayidx3 = getelementptr inbounds float, ptr %kernel, i64 %idxprom2
  %2 = load float, ptr %arrayidx3, align 4, !tbaa !7
  %arrayidx5 = getelementptr inbounds float, ptr %alpha, i64 %idxprom
  %3 = load float, ptr %arrayidx5, align 4, !tbaa !7
  %arrayidx7 = getelementptr inbounds float, ptr %f, i64 %idxprom
  %4 = load float, ptr %arrayidx7, align 4, !tbaa !7
  br label %for.cond

for.cond:                                         ; preds = %for.inc165, %entry
  %step.0 = phi i32 [ 0, %entry ], [ %inc, %for.inc165 ]
  %difference.0 = phi float [ 0.000000e+00, %entry ], [ %sub76, %for.inc165 ]
  %gradient.0 = phi float [ %4, %entry ], [ %gradient.1, %for.inc165 ]
  %a.0 = phi float [ %3, %entry ], [ %a.2, %for.inc165 ]
  %cmp8 = icmp slt i32 %step.0, %most_steps
  br i1 %cmp8, label %for.body, label %for.end167

for.body:                                         ; preds = %for.cond
  %sub = fsub contract float %cost, %a.0
  %cond = select contract i1 %cmp, float %sub, float %a.0
  %sub12 = fsub contract float %cost, %a.0
  %cond14 = select contract i1 %cmp, float %a.0, float %sub12
  %cmp15 = fcmp contract ogt float %cond, 0.000000e+00
  %cond19 = select contract i1 %cmp15, float %gradient.0, float 0x7FF0000000000000
  %cmp20 = fcmp contract ogt float %cond14, 0.000000e+00
  %fneg = fneg contract float %gradient.0
  %cond24 = select contract i1 %cmp20, float %fneg, float 0x7FF0000000000000
  br label %for.cond.i

for.cond.i:                                       ; preds = %lor.end.i, %for.body
  %i.0 = phi i32 [ %0, %for.body ], [ %cond9.i, %lor.end.i ]
  %up.0 = phi float [ %cond19, %for.body ], [ %.up.0, %lor.end.i ]
  %away.i.0 = phi i32 [ 16, %for.body ], [ %div.i, %lor.end.i ]
  %cmp.i = icmp sgt i32 %away.i.0, 0
  br i1 %cmp.i, label %for.body.i, label %for.cond25

for.body.i:                                       ; preds = %for.cond.i
  %5 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %up.0, i32 %away.i.0, i32 31)
  %6 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %i.0, i32 %away.i.0, i32 31)
  %cmp2.i = fcmp contract olt float %5, %up.0
  br i1 %cmp2.i, label %lor.end.i, label %lor.rhs.i

lor.rhs.i:                                        ; preds = %for.body.i
  %cmp3.i = fcmp contract oeq float %5, %up.0
  %cmp4.i = icmp slt i32 %6, %i.0
  %7 = select i1 %cmp3.i, i1 %cmp4.i, i1 false
  br label %lor.end.i

lor.end.i:                                        ; preds = %lor.rhs.i, %for.body.i
  %8 = phi i1 [ true, %for.body.i ], [ %7, %lor.rhs.i ]
  %.up.0 = select contract i1 %8, float %5, float %up.0
  %cond9.i = select i1 %8, i32 %6, i32 %i.0
  %div.i = sdiv i32 %away.i.0, 2
  br label %for.cond.i, !llvm.loop !9

for.cond25:                                       ; preds = %for.cond.i, %for.body28
  %low.0 = phi float [ %10, %for.body28 ], [ %cond24, %for.cond.i ]
  %away.0 = phi i32 [ %div31, %for.body28 ], [ 16, %for.cond.i ]
  %cmp26 = icmp sgt i32 %away.0, 0
  br i1 %cmp26, label %for.body28, label %for.end

for.body28:                                       ; preds = %for.cond25
  %9 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %low.0, i32 %away.0, i32 31)
  %10 = call contract noundef float @llvm.minnum.f32(float %low.0, float %9)
  %div31 = sdiv i32 %away.0, 2
  br label %for.cond25, !llvm.loop !12

for.end:                                          ; preds = %for.cond25
  %cmp32 = icmp eq i32 %0, %i.0
  br i1 %cmp32, label %if.then, label %if.end

if.then:                                          ; preds = %for.end
  %idxprom33 = sext i32 %div to i64
  %arrayidx34 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE9room_grow to ptr), i64 0, i64 %idxprom33
  store float %cond, ptr %arrayidx34, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.end
  %cmp35 = icmp eq i32 %rem, 0
  br i1 %cmp35, label %if.then36, label %if.end43

if.then36:                                        ; preds = %if.end
  %idxprom37 = sext i32 %div to i64
  %arrayidx38 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE8smallest to ptr), i64 0, i64 %idxprom37
  store float %up.0, ptr %arrayidx38, align 4, !tbaa !7
  %arrayidx40 = getelementptr inbounds [32 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE11smallest_at to ptr), i64 0, i64 %idxprom37
  store i32 %i.0, ptr %arrayidx40, align 4, !tbaa !3
  %arrayidx42 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE7largest to ptr), i64 0, i64 %idxprom37
  store float %low.0, ptr %arrayidx42, align 4, !tbaa !7
  br label %if.end43

if.end43:                                         ; preds = %if.then36, %if.end
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp44 = icmp slt i32 %rem, %div1
  br i1 %cmp44, label %cond.true45, label %cond.end49

cond.true45:                                      ; preds = %if.end43
  %idxprom46 = sext i32 %rem to i64
  %arrayidx47 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE8smallest to ptr), i64 0, i64 %idxprom46
  %11 = load float, ptr %arrayidx47, align 4, !tbaa !7
  br label %cond.end49

cond.end49:                                       ; preds = %if.end43, %cond.true45
  %cond50 = phi contract float [ %11, %cond.true45 ], [ 0x7FF0000000000000, %if.end43 ]
  br i1 %cmp44, label %cond.true52, label %cond.end56

cond.true52:                                      ; preds = %cond.end49
  %idxprom53 = sext i32 %rem to i64
  %arrayidx54 = getelementptr inbounds [32 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE11smallest_at to ptr), i64 0, i64 %idxprom53
  %12 = load i32, ptr %arrayidx54, align 4, !tbaa !3
  br label %cond.end56

cond.end56:                                       ; preds = %cond.end49, %cond.true52
  %cond57 = phi i32 [ %12, %cond.true52 ], [ %points, %cond.end49 ]
  br i1 %cmp44, label %cond.true59, label %cond.end63

cond.true59:                                      ; preds = %cond.end56
  %idxprom60 = sext i32 %rem to i64
  %arrayidx61 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE7largest to ptr), i64 0, i64 %idxprom60
  %13 = load float, ptr %arrayidx61, align 4, !tbaa !7
  br label %cond.end63

cond.end63:                                       ; preds = %cond.end56, %cond.true59
  %cond64 = phi contract float [ %13, %cond.true59 ], [ 0x7FF0000000000000, %cond.end56 ]
  br label %for.cond.i7

for.cond.i7:                                      ; preds = %lor.end.i16, %cond.end63
  %i.1 = phi i32 [ %cond57, %cond.end63 ], [ %cond9.i25, %lor.end.i16 ]
  %up.1 = phi float [ %cond50, %cond.end63 ], [ %.up.1, %lor.end.i16 ]
  %away.i3.0 = phi i32 [ 16, %cond.end63 ], [ %div.i26, %lor.end.i16 ]
  %cmp.i8 = icmp sgt i32 %away.i3.0, 0
  br i1 %cmp.i8, label %for.body.i9, label %for.cond66

for.body.i9:                                      ; preds = %for.cond.i7
  %14 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %up.1, i32 %away.i3.0, i32 31)
  %15 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %i.1, i32 %away.i3.0, i32 31)
  %cmp2.i12 = fcmp contract olt float %14, %up.1
  br i1 %cmp2.i12, label %lor.end.i16, label %lor.rhs.i13

lor.rhs.i13:                                      ; preds = %for.body.i9
  %cmp3.i14 = fcmp contract oeq float %14, %up.1
  %cmp4.i30 = icmp slt i32 %15, %i.1
  %16 = select i1 %cmp3.i14, i1 %cmp4.i30, i1 false
  br label %lor.end.i16

lor.end.i16:                                      ; preds = %lor.rhs.i13, %for.body.i9
  %17 = phi i1 [ true, %for.body.i9 ], [ %16, %lor.rhs.i13 ]
  %.up.1 = select contract i1 %17, float %14, float %up.1
  %cond9.i25 = select i1 %17, i32 %15, i32 %i.1
  %div.i26 = sdiv i32 %away.i3.0, 2
  br label %for.cond.i7, !llvm.loop !9

for.cond66:                                       ; preds = %for.cond.i7, %for.body69
  %low.1 = phi float [ %19, %for.body69 ], [ %cond64, %for.cond.i7 ]
  %away65.0 = phi i32 [ %div73, %for.body69 ], [ 16, %for.cond.i7 ]
  %cmp67 = icmp sgt i32 %away65.0, 0
  br i1 %cmp67, label %for.body69, label %for.end74

for.body69:                                       ; preds = %for.cond66
  %18 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %low.1, i32 %away65.0, i32 31)
  %19 = call contract noundef float @llvm.minnum.f32(float %low.1, float %18)
  %div73 = sdiv i32 %away65.0, 2
  br label %for.cond66, !llvm.loop !13

for.end74:                                        ; preds = %for.cond66
  %fneg75 = fneg contract float %low.1
  %sub76 = fsub contract float %fneg75, %up.1
  %cmp77 = fcmp contract olt float %sub76, %eps
  br i1 %cmp77, label %cleanup, label %if.end79

if.end79:                                         ; preds = %for.end74
  %div80 = sdiv i32 %i.1, 32
  %idxprom81 = sext i32 %div80 to i64
  %arrayidx82 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE9room_grow to ptr), i64 0, i64 %idxprom81
  %20 = load float, ptr %arrayidx82, align 4, !tbaa !7
  %mul83 = mul nsw i32 %i.1, %points
  %add84 = add nsw i32 %mul83, %0
  %idxprom85 = sext i32 %add84 to i64
  %arrayidx86 = getelementptr inbounds float, ptr %kernel, i64 %idxprom85
  %21 = load float, ptr %arrayidx86, align 4, !tbaa !7
  %add88 = add nsw i32 %mul83, %i.1
  %idxprom89 = sext i32 %add88 to i64
  %arrayidx90 = getelementptr inbounds float, ptr %kernel, i64 %idxprom89
  %22 = load float, ptr %arrayidx90, align 4, !tbaa !7
  %add91 = fadd contract float %22, %2
  %mul92 = fmul contract float 2.000000e+00, %21
  %sub93 = fsub contract float %add91, %mul92
  %23 = call contract noundef float @llvm.maxnum.f32(float %sub93, float 0x3D71979980000000)
  %sub95 = fsub contract float %gradient.0, %up.1
  %24 = call contract noundef float @llvm.nvvm.div.approx.f(float %sub95, float %23)
  %cmp98 = fcmp contract ogt float %sub95, 0.000000e+00
  %or.cond = select i1 %cmp20, i1 %cmp98, i1 false
  %fneg100 = fneg contract float %sub95
  %mul101 = fmul contract float %fneg100, %24
  %cond104 = select contract i1 %or.cond, float %mul101, float 0x7FF0000000000000
  br label %for.cond.i38

for.cond.i38:                                     ; preds = %lor.end.i47, %if.end79
  %j.0 = phi i32 [ %0, %if.end79 ], [ %cond9.i56, %lor.end.i47 ]
  %best.0 = phi float [ %cond104, %if.end79 ], [ %.best.0, %lor.end.i47 ]
  %away.i34.0 = phi i32 [ 16, %if.end79 ], [ %div.i57, %lor.end.i47 ]
  %cmp.i39 = icmp sgt i32 %away.i34.0, 0
  br i1 %cmp.i39, label %for.body.i40, label %_ZL13warp_smallestRfRi.exit62

for.body.i40:                                     ; preds = %for.cond.i38
  %25 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %best.0, i32 %away.i34.0, i32 31)
  %26 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %j.0, i32 %away.i34.0, i32 31)
  %cmp2.i43 = fcmp contract olt float %25, %best.0
  br i1 %cmp2.i43, label %lor.end.i47, label %lor.rhs.i44

lor.rhs.i44:                                      ; preds = %for.body.i40
  %cmp3.i45 = fcmp contract oeq float %25, %best.0
  %cmp4.i61 = icmp slt i32 %26, %j.0
  %27 = select i1 %cmp3.i45, i1 %cmp4.i61, i1 false
  br label %lor.end.i47

lor.end.i47:                                      ; preds = %lor.rhs.i44, %for.body.i40
  %28 = phi i1 [ true, %for.body.i40 ], [ %27, %lor.rhs.i44 ]
  %.best.0 = select contract i1 %28, float %25, float %best.0
  %cond9.i56 = select i1 %28, i32 %26, i32 %j.0
  %div.i57 = sdiv i32 %away.i34.0, 2
  br label %for.cond.i38, !llvm.loop !9

_ZL13warp_smallestRfRi.exit62:                    ; preds = %for.cond.i38
  %cmp105 = icmp eq i32 %0, %j.0
  br i1 %cmp105, label %if.then106, label %if.end111

if.then106:                                       ; preds = %_ZL13warp_smallestRfRi.exit62
  %idxprom107 = sext i32 %div to i64
  %arrayidx108 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE11room_shrink to ptr), i64 0, i64 %idxprom107
  store float %cond14, ptr %arrayidx108, align 4, !tbaa !7
  %arrayidx110 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6newton to ptr), i64 0, i64 %idxprom107
  store float %24, ptr %arrayidx110, align 4, !tbaa !7
  br label %if.end111

if.end111:                                        ; preds = %if.then106, %_ZL13warp_smallestRfRi.exit62
  br i1 %cmp35, label %if.then113, label %if.end118

if.then113:                                       ; preds = %if.end111
  %idxprom114 = sext i32 %div to i64
  %arrayidx115 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE4gain to ptr), i64 0, i64 %idxprom114
  store float %best.0, ptr %arrayidx115, align 4, !tbaa !7
  %arrayidx117 = getelementptr inbounds [32 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE7gain_at to ptr), i64 0, i64 %idxprom114
  store i32 %j.0, ptr %arrayidx117, align 4, !tbaa !3
  br label %if.end118

if.end118:                                        ; preds = %if.then113, %if.end111
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %cmp44, label %cond.true120, label %cond.end124

cond.true120:                                     ; preds = %if.end118
  %idxprom121 = sext i32 %rem to i64
  %arrayidx122 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE4gain to ptr), i64 0, i64 %idxprom121
  %29 = load float, ptr %arrayidx122, align 4, !tbaa !7
  br label %cond.end124

cond.end124:                                      ; preds = %if.end118, %cond.true120
  %cond125 = phi contract float [ %29, %cond.true120 ], [ 0x7FF0000000000000, %if.end118 ]
  br i1 %cmp44, label %cond.true127, label %cond.end131

cond.true127:                                     ; preds = %cond.end124
  %idxprom128 = sext i32 %rem to i64
  %arrayidx129 = getelementptr inbounds [32 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE7gain_at to ptr), i64 0, i64 %idxprom128
  %30 = load i32, ptr %arrayidx129, align 4, !tbaa !3
  br label %cond.end131

cond.end131:                                      ; preds = %cond.end124, %cond.true127
  %cond132 = phi i32 [ %30, %cond.true127 ], [ %points, %cond.end124 ]
  br label %for.cond.i69

for.cond.i69:                                     ; preds = %lor.end.i78, %cond.end131
  %j.1 = phi i32 [ %cond132, %cond.end131 ], [ %cond9.i87, %lor.end.i78 ]
  %best.1 = phi float [ %cond125, %cond.end131 ], [ %.best.1, %lor.end.i78 ]
  %away.i65.0 = phi i32 [ 16, %cond.end131 ], [ %div.i88, %lor.end.i78 ]
  %cmp.i70 = icmp sgt i32 %away.i65.0, 0
  br i1 %cmp.i70, label %for.body.i71, label %_ZL13warp_smallestRfRi.exit93

for.body.i71:                                     ; preds = %for.cond.i69
  %31 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %best.1, i32 %away.i65.0, i32 31)
  %32 = call noundef i32 @llvm.nvvm.shfl.sync.bfly.i32(i32 -1, i32 %j.1, i32 %away.i65.0, i32 31)
  %cmp2.i74 = fcmp contract olt float %31, %best.1
  br i1 %cmp2.i74, label %lor.end.i78, label %lor.rhs.i75

lor.rhs.i75:                                      ; preds = %for.body.i71
  %cmp3.i76 = fcmp contract oeq float %31, %best.1
  %cmp4.i92 = icmp slt i32 %32, %j.1
  %33 = select i1 %cmp3.i76, i1 %cmp4.i92, i1 false
  br label %lor.end.i78

lor.end.i78:                                      ; preds = %lor.rhs.i75, %for.body.i71
  %34 = phi i1 [ true, %for.body.i71 ], [ %33, %lor.rhs.i75 ]
  %.best.1 = select contract i1 %34, float %31, float %best.1
  %cond9.i87 = select i1 %34, i32 %32, i32 %j.1
  %div.i88 = sdiv i32 %away.i65.0, 2
  br label %for.cond.i69, !llvm.loop !9

_ZL13warp_smallestRfRi.exit93:                    ; preds = %for.cond.i69
  %div133 = sdiv i32 %j.1, 32
  %idxprom134 = sext i32 %div133 to i64
  %arrayidx135 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE11room_shrink to ptr), i64 0, i64 %idxprom134
  %35 = load float, ptr %arrayidx135, align 4, !tbaa !7
  %36 = call contract noundef float @llvm.minnum.f32(float %20, float %35)
  %arrayidx139 = getelementptr inbounds [32 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6newton to ptr), i64 0, i64 %idxprom134
  %37 = load float, ptr %arrayidx139, align 4, !tbaa !7
  %38 = call contract noundef float @llvm.minnum.f32(float %36, float %37)
  %fneg144 = fneg contract float %38
  %cond146 = select contract i1 %cmp, float %38, float %fneg144
  %cmp147 = icmp eq i32 %0, %i.1
  %add149 = fadd contract float %a.0, %cond146
  %a.3 = select i1 %cmp147, float %add149, float %a.0
  %cmp151 = icmp eq i32 %0, %j.1
  %sub153 = fsub contract float %a.3, %cond146
  %a.4 = select i1 %cmp151, float %sub153, float %a.3
  %mul155 = mul nsw i32 %j.1, %points
  %add156 = add nsw i32 %mul155, %0
  %idxprom157 = sext i32 %add156 to i64
  %arrayidx158 = getelementptr inbounds float, ptr %kernel, i64 %idxprom157
  %39 = load float, ptr %arrayidx158, align 4, !tbaa !7
  %sub159 = fsub contract float %21, %39
  %40 = call contract noundef float @llvm.fma.f32(float %38, float %sub159, float %gradient.0)
  br label %cleanup

cleanup:                                          ; preds = %for.end74, %_ZL13warp_smallestRfRi.exit93
  %cleanup.dest.slot.0 = phi i32 [ 0, %_ZL13warp_smallestRfRi.exit93 ], [ 2, %for.end74 ]
  %gradient.1 = phi float [ %40, %_ZL13warp_smallestRfRi.exit93 ], [ %gradient.0, %for.end74 ]
  %a.2 = phi float [ %a.4, %_ZL13warp_smallestRfRi.exit93 ], [ %a.0, %for.end74 ]
  %cond376 = icmp eq i32 %cleanup.dest.slot.0, 0
  br i1 %cond376, label %for.inc165, label %for.end167

for.inc165:                                       ; preds = %cleanup
  %inc = add nsw i32 %step.0, 1
  br label %for.cond, !llvm.loop !14

for.end167:                                       ; preds = %cleanup, %for.cond
  %difference.1 = phi float [ %sub76, %cleanup ], [ %difference.0, %for.cond ]
  %a.1 = phi float [ %a.2, %cleanup ], [ %a.0, %for.cond ]
  store float %a.1, ptr %arrayidx5, align 4, !tbaa !7
  %cmp170 = icmp eq i32 %0, 0
  br i1 %cmp170, label %if.then171, label %if.end172

if.then171:                                       ; preds = %for.end167
  store float %difference.1, ptr %gap, align 4, !tbaa !7
  br label %if.end172

if.end172:                                        ; preds = %if.then171, %for.end167
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.bfly.i32(i32, i32, i32, i32) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #4

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.div.approx.f(float, float) #5

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="1024" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(none) }

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
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = distinct !{!12, !10, !11}
!13 = distinct !{!13, !10, !11}
!14 = distinct !{!14, !10}
