source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ12lud_diagonalE5block = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ13lud_perimeterE8diagonal = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ13lud_perimeterE5right = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ13lud_perimeterE5below = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ12lud_internalE5right = internal addrspace(3) global [16 x [16 x float]] undef, align 4
@_ZZ12lud_internalE5below = internal addrspace(3) global [16 x [16 x float]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_diagonal(ptr noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul = mul nsw i32 %step, 16
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %i.0, 16
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add = add nsw i32 %mul, %i.0
  %mul1 = mul nsw i32 %add, %n
  %add2 = add nsw i32 %mul1, %mul
  %add3 = add nsw i32 %add2, %0
  %idxprom = sext i32 %add3 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %1 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom4 = sext i32 %i.0 to i64
  %arrayidx5 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom4
  %idxprom6 = sext i32 %0 to i64
  %arrayidx7 = getelementptr inbounds [16 x float], ptr %arrayidx5, i64 0, i64 %idxprom6
  store float %1, ptr %arrayidx7, align 4, !tbaa !7
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond8

for.cond8:                                        ; preds = %if.end44, %for.end
  %k.0 = phi i32 [ 0, %for.end ], [ %inc46, %if.end44 ]
  %cmp9 = icmp slt i32 %k.0, 15
  br i1 %cmp9, label %for.body11, label %for.cond49

for.body11:                                       ; preds = %for.cond8
  %cmp12 = icmp sgt i32 %0, %k.0
  br i1 %cmp12, label %if.then, label %if.end

if.then:                                          ; preds = %for.body11
  %idxprom13 = sext i32 %k.0 to i64
  %arrayidx14 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom13
  %arrayidx16 = getelementptr inbounds [16 x float], ptr %arrayidx14, i64 0, i64 %idxprom13
  %2 = load float, ptr %arrayidx16, align 4, !tbaa !7
  %idxprom17 = sext i32 %0 to i64
  %arrayidx18 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom17
  %arrayidx20 = getelementptr inbounds [16 x float], ptr %arrayidx18, i64 0, i64 %idxprom13
  %3 = load float, ptr %arrayidx20, align 4, !tbaa !7
  %div = fdiv contract float %3, %2
  store float %div, ptr %arrayidx20, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body11
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %cmp12, label %if.then22, label %if.end44

if.then22:                                        ; preds = %if.end
  %add23 = add nsw i32 %k.0, 1
  br label %for.cond24

for.cond24:                                       ; preds = %for.body27, %if.then22
  %j.0 = phi i32 [ %add23, %if.then22 ], [ %inc42, %for.body27 ]
  %cmp25 = icmp slt i32 %j.0, 16
  br i1 %cmp25, label %for.body27, label %if.end44

for.body27:                                       ; preds = %for.cond24
  %idxprom28 = sext i32 %0 to i64
  %arrayidx29 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom28
  %idxprom30 = sext i32 %k.0 to i64
  %arrayidx31 = getelementptr inbounds [16 x float], ptr %arrayidx29, i64 0, i64 %idxprom30
  %4 = load float, ptr %arrayidx31, align 4, !tbaa !7
  %arrayidx33 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom30
  %idxprom34 = sext i32 %j.0 to i64
  %arrayidx35 = getelementptr inbounds [16 x float], ptr %arrayidx33, i64 0, i64 %idxprom34
  %5 = load float, ptr %arrayidx35, align 4, !tbaa !7
  %mul36 = fmul contract float %4, %5
  %arrayidx40 = getelementptr inbounds [16 x float], ptr %arrayidx29, i64 0, i64 %idxprom34
  %6 = load float, ptr %arrayidx40, align 4, !tbaa !7
  %sub = fsub contract float %6, %mul36
  store float %sub, ptr %arrayidx40, align 4, !tbaa !7
  %inc42 = add nsw i32 %j.0, 1
  br label %for.cond24, !llvm.loop !11

if.end44:                                         ; preds = %for.cond24, %if.end
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc46 = add nsw i32 %k.0, 1
  br label %for.cond8, !llvm.loop !12

for.cond49:                                       ; preds = %for.cond8, %for.body52
  %i48.0 = phi i32 [ %inc64, %for.body52 ], [ 0, %for.cond8 ]
  %cmp50 = icmp slt i32 %i48.0, 16
  br i1 %cmp50, label %for.body52, label %for.end65

for.body52:                                       ; preds = %for.cond49
  %idxprom53 = sext i32 %i48.0 to i64
  %arrayidx54 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom53
  %idxprom55 = sext i32 %0 to i64
  %arrayidx56 = getelementptr inbounds [16 x float], ptr %arrayidx54, i64 0, i64 %idxprom55
  %7 = load float, ptr %arrayidx56, align 4, !tbaa !7
  %add57 = add nsw i32 %mul, %i48.0
  %mul58 = mul nsw i32 %add57, %n
  %add59 = add nsw i32 %mul58, %mul
  %add60 = add nsw i32 %add59, %0
  %idxprom61 = sext i32 %add60 to i64
  %arrayidx62 = getelementptr inbounds float, ptr %matrix, i64 %idxprom61
  store float %7, ptr %arrayidx62, align 4, !tbaa !7
  %inc64 = add nsw i32 %i48.0, 1
  br label %for.cond49, !llvm.loop !13

for.end65:                                        ; preds = %for.cond49
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_perimeter(ptr noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %0, 16
  %mul = mul nsw i32 %step, 16
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add = add nsw i32 %1, 1
  %mul2 = mul nsw i32 %add, 16
  %add3 = add nsw i32 %mul, %mul2
  %div = sdiv i32 %0, 16
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ %div, %entry ], [ %add32, %for.body ]
  %cmp = icmp slt i32 %i.0, 16
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add4 = add nsw i32 %mul, %i.0
  %mul5 = mul nsw i32 %add4, %n
  %add6 = add nsw i32 %mul5, %mul
  %add7 = add nsw i32 %add6, %rem
  %idxprom = sext i32 %add7 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom8 = sext i32 %i.0 to i64
  %arrayidx9 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom8
  %idxprom10 = sext i32 %rem to i64
  %arrayidx11 = getelementptr inbounds [16 x float], ptr %arrayidx9, i64 0, i64 %idxprom10
  store float %2, ptr %arrayidx11, align 4, !tbaa !7
  %add14 = add nsw i32 %mul5, %add3
  %add15 = add nsw i32 %add14, %rem
  %idxprom16 = sext i32 %add15 to i64
  %arrayidx17 = getelementptr inbounds float, ptr %matrix, i64 %idxprom16
  %3 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %arrayidx19 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5right to ptr), i64 0, i64 %idxprom8
  %arrayidx21 = getelementptr inbounds [16 x float], ptr %arrayidx19, i64 0, i64 %idxprom10
  store float %3, ptr %arrayidx21, align 4, !tbaa !7
  %add22 = add nsw i32 %add3, %i.0
  %mul23 = mul nsw i32 %add22, %n
  %add24 = add nsw i32 %mul23, %mul
  %add25 = add nsw i32 %add24, %rem
  %idxprom26 = sext i32 %add25 to i64
  %arrayidx27 = getelementptr inbounds float, ptr %matrix, i64 %idxprom26
  %4 = load float, ptr %arrayidx27, align 4, !tbaa !7
  %arrayidx29 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom8
  %arrayidx31 = getelementptr inbounds [16 x float], ptr %arrayidx29, i64 0, i64 %idxprom10
  store float %4, ptr %arrayidx31, align 4, !tbaa !7
  %add32 = add nsw i32 %i.0, 2
  br label %for.cond, !llvm.loop !14

for.end:                                          ; preds = %for.cond
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp33 = icmp slt i32 %0, 16
  br i1 %cmp33, label %for.cond35, label %for.cond61

for.cond35:                                       ; preds = %for.end, %for.inc58
  %i34.0 = phi i32 [ %inc59, %for.inc58 ], [ 1, %for.end ]
  %cmp36 = icmp slt i32 %i34.0, 16
  br i1 %cmp36, label %for.cond39, label %if.end

for.cond39:                                       ; preds = %for.cond35, %for.body42
  %k.0 = phi i32 [ %inc, %for.body42 ], [ 0, %for.cond35 ]
  %cmp40 = icmp slt i32 %k.0, %i34.0
  br i1 %cmp40, label %for.body42, label %for.inc58

for.body42:                                       ; preds = %for.cond39
  %idxprom43 = sext i32 %i34.0 to i64
  %arrayidx44 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom43
  %idxprom45 = sext i32 %k.0 to i64
  %arrayidx46 = getelementptr inbounds [16 x float], ptr %arrayidx44, i64 0, i64 %idxprom45
  %5 = load float, ptr %arrayidx46, align 4, !tbaa !7
  %arrayidx48 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5right to ptr), i64 0, i64 %idxprom45
  %idxprom49 = sext i32 %rem to i64
  %arrayidx50 = getelementptr inbounds [16 x float], ptr %arrayidx48, i64 0, i64 %idxprom49
  %6 = load float, ptr %arrayidx50, align 4, !tbaa !7
  %mul51 = fmul contract float %5, %6
  %arrayidx53 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5right to ptr), i64 0, i64 %idxprom43
  %arrayidx55 = getelementptr inbounds [16 x float], ptr %arrayidx53, i64 0, i64 %idxprom49
  %7 = load float, ptr %arrayidx55, align 4, !tbaa !7
  %sub = fsub contract float %7, %mul51
  store float %sub, ptr %arrayidx55, align 4, !tbaa !7
  %inc = add nsw i32 %k.0, 1
  br label %for.cond39, !llvm.loop !15

for.inc58:                                        ; preds = %for.cond39
  %inc59 = add nsw i32 %i34.0, 1
  br label %for.cond35, !llvm.loop !16

for.cond61:                                       ; preds = %for.end, %for.end86
  %j.0 = phi i32 [ %inc97, %for.end86 ], [ 0, %for.end ]
  %cmp62 = icmp slt i32 %j.0, 16
  br i1 %cmp62, label %for.cond66, label %if.end

for.cond66:                                       ; preds = %for.cond61, %for.body69
  %k65.0 = phi i32 [ %inc85, %for.body69 ], [ 0, %for.cond61 ]
  %cmp67 = icmp slt i32 %k65.0, %j.0
  br i1 %cmp67, label %for.body69, label %for.end86

for.body69:                                       ; preds = %for.cond66
  %idxprom70 = sext i32 %rem to i64
  %arrayidx71 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom70
  %idxprom72 = sext i32 %k65.0 to i64
  %arrayidx73 = getelementptr inbounds [16 x float], ptr %arrayidx71, i64 0, i64 %idxprom72
  %8 = load float, ptr %arrayidx73, align 4, !tbaa !7
  %arrayidx75 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom72
  %idxprom76 = sext i32 %j.0 to i64
  %arrayidx77 = getelementptr inbounds [16 x float], ptr %arrayidx75, i64 0, i64 %idxprom76
  %9 = load float, ptr %arrayidx77, align 4, !tbaa !7
  %mul78 = fmul contract float %8, %9
  %arrayidx82 = getelementptr inbounds [16 x float], ptr %arrayidx71, i64 0, i64 %idxprom76
  %10 = load float, ptr %arrayidx82, align 4, !tbaa !7
  %sub83 = fsub contract float %10, %mul78
  store float %sub83, ptr %arrayidx82, align 4, !tbaa !7
  %inc85 = add nsw i32 %k65.0, 1
  br label %for.cond66, !llvm.loop !17

for.end86:                                        ; preds = %for.cond66
  %idxprom87 = sext i32 %j.0 to i64
  %arrayidx88 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom87
  %arrayidx90 = getelementptr inbounds [16 x float], ptr %arrayidx88, i64 0, i64 %idxprom87
  %11 = load float, ptr %arrayidx90, align 4, !tbaa !7
  %idxprom91 = sext i32 %rem to i64
  %arrayidx92 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom91
  %arrayidx94 = getelementptr inbounds [16 x float], ptr %arrayidx92, i64 0, i64 %idxprom87
  %12 = load float, ptr %arrayidx94, align 4, !tbaa !7
  %div95 = fdiv contract float %12, %11
  store float %div95, ptr %arrayidx94, align 4, !tbaa !7
  %inc97 = add nsw i32 %j.0, 1
  br label %for.cond61, !llvm.loop !18

if.end:                                           ; preds = %for.cond61, %for.cond35
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond101

for.cond101:                                      ; preds = %for.body104, %if.end
  %i99.0 = phi i32 [ %div, %if.end ], [ %add126, %for.body104 ]
  %cmp102 = icmp slt i32 %i99.0, 16
  br i1 %cmp102, label %for.body104, label %for.end127

for.body104:                                      ; preds = %for.cond101
  %idxprom105 = sext i32 %i99.0 to i64
  %arrayidx106 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5right to ptr), i64 0, i64 %idxprom105
  %idxprom107 = sext i32 %rem to i64
  %arrayidx108 = getelementptr inbounds [16 x float], ptr %arrayidx106, i64 0, i64 %idxprom107
  %13 = load float, ptr %arrayidx108, align 4, !tbaa !7
  %add109 = add nsw i32 %mul, %i99.0
  %mul110 = mul nsw i32 %add109, %n
  %add111 = add nsw i32 %mul110, %add3
  %add112 = add nsw i32 %add111, %rem
  %idxprom113 = sext i32 %add112 to i64
  %arrayidx114 = getelementptr inbounds float, ptr %matrix, i64 %idxprom113
  store float %13, ptr %arrayidx114, align 4, !tbaa !7
  %arrayidx116 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom105
  %arrayidx118 = getelementptr inbounds [16 x float], ptr %arrayidx116, i64 0, i64 %idxprom107
  %14 = load float, ptr %arrayidx118, align 4, !tbaa !7
  %add119 = add nsw i32 %add3, %i99.0
  %mul120 = mul nsw i32 %add119, %n
  %add121 = add nsw i32 %mul120, %mul
  %add122 = add nsw i32 %add121, %rem
  %idxprom123 = sext i32 %add122 to i64
  %arrayidx124 = getelementptr inbounds float, ptr %matrix, i64 %idxprom123
  store float %14, ptr %arrayidx124, align 4, !tbaa !7
  %add126 = add nsw i32 %i99.0, 2
  br label %for.cond101, !llvm.loop !19

for.end127:                                       ; preds = %for.cond101
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_internal(ptr noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul = mul nsw i32 %step, 16
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %add = add nsw i32 %2, 1
  %mul3 = mul nsw i32 %add, 16
  %add4 = add nsw i32 %mul, %mul3
  %add5 = add nsw i32 %add4, %1
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add7 = add nsw i32 %3, 1
  %mul8 = mul nsw i32 %add7, 16
  %add9 = add nsw i32 %mul, %mul8
  %add10 = add nsw i32 %add9, %0
  %add11 = add nsw i32 %mul, %1
  %mul12 = mul nsw i32 %add11, %n
  %add13 = add nsw i32 %mul12, %add10
  %idxprom = sext i32 %add13 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom14 = sext i32 %1 to i64
  %arrayidx15 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom14
  %idxprom16 = sext i32 %0 to i64
  %arrayidx17 = getelementptr inbounds [16 x float], ptr %arrayidx15, i64 0, i64 %idxprom16
  store float %4, ptr %arrayidx17, align 4, !tbaa !7
  %mul18 = mul nsw i32 %add5, %n
  %add19 = add nsw i32 %mul18, %mul
  %add20 = add nsw i32 %add19, %0
  %idxprom21 = sext i32 %add20 to i64
  %arrayidx22 = getelementptr inbounds float, ptr %matrix, i64 %idxprom21
  %5 = load float, ptr %arrayidx22, align 4, !tbaa !7
  %arrayidx24 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5below to ptr), i64 0, i64 %idxprom14
  %arrayidx26 = getelementptr inbounds [16 x float], ptr %arrayidx24, i64 0, i64 %idxprom16
  store float %5, ptr %arrayidx26, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %sum.0 = phi float [ 0.000000e+00, %entry ], [ %add36, %for.body ]
  %k.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %k.0, 16
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom29 = sext i32 %k.0 to i64
  %arrayidx30 = getelementptr inbounds [16 x float], ptr %arrayidx24, i64 0, i64 %idxprom29
  %6 = load float, ptr %arrayidx30, align 4, !tbaa !7
  %arrayidx32 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom29
  %arrayidx34 = getelementptr inbounds [16 x float], ptr %arrayidx32, i64 0, i64 %idxprom16
  %7 = load float, ptr %arrayidx34, align 4, !tbaa !7
  %mul35 = fmul contract float %6, %7
  %add36 = fadd contract float %sum.0, %mul35
  %inc = add nsw i32 %k.0, 1
  br label %for.cond, !llvm.loop !20

for.end:                                          ; preds = %for.cond
  %add38 = add nsw i32 %mul18, %add10
  %idxprom39 = sext i32 %add38 to i64
  %arrayidx40 = getelementptr inbounds float, ptr %matrix, i64 %idxprom39
  %8 = load float, ptr %arrayidx40, align 4, !tbaa !7
  %sub = fsub contract float %8, %sum.0
  store float %sub, ptr %arrayidx40, align 4, !tbaa !7
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
!12 = distinct !{!12, !10}
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10}
!15 = distinct !{!15, !10}
!16 = distinct !{!16, !10}
!17 = distinct !{!17, !10}
!18 = distinct !{!18, !10}
!19 = distinct !{!19, !10}
!20 = distinct !{!20, !10}
