source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@shared = external dso_local addrspace(3) global [0 x <4 x float>], align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @attention_forward(ptr noalias noundef %q, ptr noalias noundef %k, ptr noalias noundef %v, ptr noalias noundef %out, i32 noundef %seq, i32 noundef %dim) #0 {
entry:
  %highest = alloca [4 x float], align 4
  %sum = alloca [4 x float], align 4
  %value = alloca [2 x [4 x <4 x float>]], align 16
  %score = alloca [4 x [4 x float]], align 4
  %a = alloca [4 x <4 x float>], align 16
  %b = alloca [4 x <4 x float>], align 16
  %a295 = alloca [4 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = urem i32 %0, 8
  %div = udiv i32 %0, 8
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %1, 64
  %div5 = sdiv i32 %dim, 4
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.z()
  %mul7 = mul i32 %2, 16
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %conv = zext i32 %3 to i64
  %conv9 = sext i32 %seq to i64
  %mul10 = mul nsw i64 %conv, %conv9
  %conv11 = sext i32 %div5 to i64
  %mul12 = mul nsw i64 %mul10, %conv11
  %div14 = sdiv i32 %0, 32
  %mul15 = mul nsw i32 %div14, 4
  %add = add nsw i32 %mul, %mul15
  %cmp = icmp sge i32 %add, %seq
  %conv16 = sext i32 %div to i64
  %mul18 = mul nsw i64 %conv16, %conv11
  %add19 = add nsw i64 %mul12, %mul18
  %conv20 = sext i32 %rem to i64
  %add21 = add nsw i64 %add19, %conv20
  %add.ptr22 = getelementptr inbounds <4 x float>, ptr %k, i64 %add21
  %add.ptr23 = getelementptr inbounds <4 x float>, ptr %v, i64 %add21
  %idx.ext = sext i32 %mul7 to i64
  %add.ptr24 = getelementptr inbounds <4 x float>, ptr %add.ptr23, i64 %idx.ext
  %add.ptr25 = getelementptr inbounds <4 x float>, ptr %q, i64 %add21
  %conv26 = sext i32 %mul to i64
  %mul28 = mul nsw i64 %conv26, %conv11
  %add.ptr29 = getelementptr inbounds <4 x float>, ptr %add.ptr25, i64 %mul28
  %conv30 = sitofp i32 %dim to float
  %4 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv30)
  %div32 = fdiv contract float 0x3FF7154760000000, %4
  call void @llvm.lifetime.start.p0(ptr %highest) #8
  call void @llvm.lifetime.start.p0(ptr %sum) #8
  call void @llvm.lifetime.start.p0(ptr %value) #8
  br label %for.cond

for.cond:                                         ; preds = %for.inc44, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc45, %for.inc44 ]
  %cmp33 = icmp slt i32 %i.0, 4
  br i1 %cmp33, label %for.body, label %for.cond47

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds [4 x float], ptr %highest, i64 0, i64 %idxprom
  store float 0xFFF0000000000000, ptr %arrayidx, align 4, !tbaa !7
  %arrayidx35 = getelementptr inbounds [4 x float], ptr %sum, i64 0, i64 %idxprom
  store float 0.000000e+00, ptr %arrayidx35, align 4, !tbaa !7
  br label %for.cond36

for.cond36:                                       ; preds = %for.body39, %for.body
  %p.0 = phi i32 [ 0, %for.body ], [ %inc, %for.body39 ]
  %cmp37 = icmp slt i32 %p.0, 2
  br i1 %cmp37, label %for.body39, label %for.inc44

for.body39:                                       ; preds = %for.cond36
  %idxprom40 = sext i32 %p.0 to i64
  %arrayidx41 = getelementptr inbounds [2 x [4 x <4 x float>]], ptr %value, i64 0, i64 %idxprom40
  %arrayidx43 = getelementptr inbounds [4 x <4 x float>], ptr %arrayidx41, i64 0, i64 %idxprom
  store <4 x float> zeroinitializer, ptr %arrayidx43, align 16, !tbaa !9
  %inc = add nsw i32 %p.0, 1
  br label %for.cond36, !llvm.loop !10

for.inc44:                                        ; preds = %for.cond36
  %inc45 = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !13

for.cond47:                                       ; preds = %for.cond, %cleanup406
  %tile.0 = phi i32 [ %add410, %cleanup406 ], [ 0, %for.cond ]
  %next_v.0 = phi ptr [ %add.ptr186, %cleanup406 ], [ %add.ptr24, %for.cond ]
  %next_k.0 = phi ptr [ %add.ptr183, %cleanup406 ], [ %add.ptr22, %for.cond ]
  %cmp48 = icmp slt i32 %tile.0, %seq
  br i1 %cmp48, label %for.body50, label %for.cond414

for.body50:                                       ; preds = %for.cond47
  call void @llvm.lifetime.start.p0(ptr %score) #8
  call void @llvm.memset.p0.i64(ptr align 4 %score, i8 0, i64 64, i1 false)
  br label %for.cond51

for.cond51:                                       ; preds = %for.inc177, %for.body50
  %column.0 = phi i32 [ 0, %for.body50 ], [ %add178, %for.inc177 ]
  %cmp52 = icmp slt i32 %column.0, %div5
  br i1 %cmp52, label %for.body54, label %for.end180

for.body54:                                       ; preds = %for.cond51
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %mul55 = mul nsw i32 %div, 9
  %add56 = add nsw i32 %mul55, %rem
  %cmp57 = icmp eq i32 %tile.0, 0
  %cmp58 = icmp sgt i32 %div5, 8
  %or.cond = or i1 %cmp57, %cmp58
  br i1 %or.cond, label %if.then, label %if.end

if.then:                                          ; preds = %for.body54
  %idx.ext59 = sext i32 %add56 to i64
  %add.ptr60 = getelementptr inbounds <4 x float>, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 %idx.ext59
  %idx.ext61 = sext i32 %column.0 to i64
  %add.ptr62 = getelementptr inbounds <4 x float>, ptr %add.ptr29, i64 %idx.ext61
  %sub = sub nsw i32 %seq, %mul
  %sub63 = sub nsw i32 %sub, %div
  %sub64 = sub nsw i32 %div5, %column.0
  %sub65 = sub nsw i32 %sub64, %rem
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end.i, %if.then
  %i.i.0 = phi i32 [ 0, %if.then ], [ %inc.i, %if.end.i ]
  %cmp.i = icmp slt i32 %i.i.0, 4
  br i1 %cmp.i, label %for.body.i, label %if.end

for.body.i:                                       ; preds = %for.cond.i
  %mul.i = mul nsw i32 %i.i.0, 16
  %cmp1.i = icmp slt i32 %mul.i, %sub63
  %cmp2.i = icmp slt i32 0, %sub65
  %or.cond320 = select i1 %cmp1.i, i1 %cmp2.i, i1 false
  br i1 %or.cond320, label %if.then.i, label %if.end.i

if.then.i:                                        ; preds = %for.body.i
  %conv.i = sext i32 %mul.i to i64
  %mul4.i = mul nsw i64 %conv.i, %conv11
  %arrayidx.i = getelementptr inbounds <4 x float>, ptr %add.ptr62, i64 %mul4.i
  %5 = load <4 x float>, ptr %arrayidx.i, align 16, !tbaa !9
  br label %if.end.i

if.end.i:                                         ; preds = %if.then.i, %for.body.i
  %value.i.0 = phi <4 x float> [ %5, %if.then.i ], [ zeroinitializer, %for.body.i ]
  %mul5.i = mul nsw i32 %mul.i, 9
  %idxprom.i = sext i32 %mul5.i to i64
  %arrayidx6.i = getelementptr inbounds <4 x float>, ptr %add.ptr60, i64 %idxprom.i
  store <4 x float> %value.i.0, ptr %arrayidx6.i, align 16, !tbaa !9
  %inc.i = add nsw i32 %i.i.0, 1
  br label %for.cond.i, !llvm.loop !14

if.end:                                           ; preds = %for.cond.i, %for.body54
  %idx.ext66 = sext i32 %add56 to i64
  %add.ptr67 = getelementptr inbounds <4 x float>, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 9216), i64 %idx.ext66
  %idx.ext68 = sext i32 %column.0 to i64
  %add.ptr69 = getelementptr inbounds <4 x float>, ptr %next_k.0, i64 %idx.ext68
  %sub70 = sub nsw i32 %seq, %tile.0
  %sub71 = sub nsw i32 %sub70, %div
  %sub72 = sub nsw i32 %div5, %column.0
  %sub73 = sub nsw i32 %sub72, %rem
  br label %for.cond.i9

for.cond.i9:                                      ; preds = %if.end.i14, %if.end
  %i.i6.0 = phi i32 [ 0, %if.end ], [ %inc.i18, %if.end.i14 ]
  %cmp.i10 = icmp slt i32 %i.i6.0, 2
  br i1 %cmp.i10, label %for.body.i11, label %_ZL5stageILi32ELi9EEvPDv4_fPKS0_iii.exit

for.body.i11:                                     ; preds = %for.cond.i9
  %mul.i12 = mul nsw i32 %i.i6.0, 16
  %cmp1.i13 = icmp slt i32 %mul.i12, %sub71
  %cmp2.i20 = icmp slt i32 0, %sub73
  %or.cond321 = select i1 %cmp1.i13, i1 %cmp2.i20, i1 false
  br i1 %or.cond321, label %if.then.i21, label %if.end.i14

if.then.i21:                                      ; preds = %for.body.i11
  %conv.i22 = sext i32 %mul.i12 to i64
  %mul4.i24 = mul nsw i64 %conv.i22, %conv11
  %arrayidx.i25 = getelementptr inbounds <4 x float>, ptr %add.ptr69, i64 %mul4.i24
  %6 = load <4 x float>, ptr %arrayidx.i25, align 16, !tbaa !9
  br label %if.end.i14

if.end.i14:                                       ; preds = %if.then.i21, %for.body.i11
  %value.i8.0 = phi <4 x float> [ %6, %if.then.i21 ], [ zeroinitializer, %for.body.i11 ]
  %mul5.i15 = mul nsw i32 %mul.i12, 9
  %idxprom.i16 = sext i32 %mul5.i15 to i64
  %arrayidx6.i17 = getelementptr inbounds <4 x float>, ptr %add.ptr67, i64 %idxprom.i16
  store <4 x float> %value.i8.0, ptr %arrayidx6.i17, align 16, !tbaa !9
  %inc.i18 = add nsw i32 %i.i6.0, 1
  br label %for.cond.i9, !llvm.loop !15

_ZL5stageILi32ELi9EEvPDv4_fPKS0_iii.exit:         ; preds = %for.cond.i9
  %cmp74 = icmp eq i32 %column.0, 0
  br i1 %cmp74, label %for.cond77, label %if.end105

for.cond77:                                       ; preds = %_ZL5stageILi32ELi9EEvPDv4_fPKS0_iii.exit, %for.inc102
  %p76.0 = phi i32 [ %inc103, %for.inc102 ], [ 0, %_ZL5stageILi32ELi9EEvPDv4_fPKS0_iii.exit ]
  %cmp78 = icmp slt i32 %p76.0, 2
  br i1 %cmp78, label %for.body80, label %if.end105

for.body80:                                       ; preds = %for.cond77
  %mul81 = mul nsw i32 %p76.0, 8
  %add82 = add nsw i32 %mul7, %mul81
  %cmp83 = icmp slt i32 %add82, %div5
  br i1 %cmp83, label %if.then84, label %for.inc102

if.then84:                                        ; preds = %for.body80
  %mul85 = mul nsw i32 %p76.0, 32
  %mul86 = mul nsw i32 %mul85, 8
  %idx.ext87 = sext i32 %mul86 to i64
  %add.ptr88 = getelementptr inbounds <4 x float>, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 24064), i64 %idx.ext87
  %idx.ext90 = zext i32 %0 to i64
  %add.ptr91 = getelementptr inbounds nuw <4 x float>, ptr %add.ptr88, i64 %idx.ext90
  %idx.ext93 = sext i32 %mul81 to i64
  %add.ptr94 = getelementptr inbounds <4 x float>, ptr %next_v.0, i64 %idx.ext93
  %sub97 = sub nsw i32 %div5, %mul7
  %sub99 = sub nsw i32 %sub97, %mul81
  %sub100 = sub nsw i32 %sub99, %rem
  br label %for.cond.i34

for.cond.i34:                                     ; preds = %if.end.i39, %if.then84
  %i.i31.0 = phi i32 [ 0, %if.then84 ], [ %inc.i43, %if.end.i39 ]
  %cmp.i35 = icmp slt i32 %i.i31.0, 2
  br i1 %cmp.i35, label %for.body.i36, label %for.inc102

for.body.i36:                                     ; preds = %for.cond.i34
  %mul.i37 = mul nsw i32 %i.i31.0, 16
  %cmp1.i38 = icmp slt i32 %mul.i37, %sub71
  %cmp2.i45 = icmp slt i32 0, %sub100
  %or.cond322 = select i1 %cmp1.i38, i1 %cmp2.i45, i1 false
  br i1 %or.cond322, label %if.then.i46, label %if.end.i39

if.then.i46:                                      ; preds = %for.body.i36
  %conv.i47 = sext i32 %mul.i37 to i64
  %mul4.i49 = mul nsw i64 %conv.i47, %conv11
  %arrayidx.i50 = getelementptr inbounds <4 x float>, ptr %add.ptr94, i64 %mul4.i49
  %7 = load <4 x float>, ptr %arrayidx.i50, align 16, !tbaa !9
  br label %if.end.i39

if.end.i39:                                       ; preds = %if.then.i46, %for.body.i36
  %value.i33.0 = phi <4 x float> [ %7, %if.then.i46 ], [ zeroinitializer, %for.body.i36 ]
  %mul5.i40 = mul nsw i32 %mul.i37, 8
  %idxprom.i41 = sext i32 %mul5.i40 to i64
  %arrayidx6.i42 = getelementptr inbounds <4 x float>, ptr %add.ptr91, i64 %idxprom.i41
  store <4 x float> %value.i33.0, ptr %arrayidx6.i42, align 16, !tbaa !9
  %inc.i43 = add nsw i32 %i.i31.0, 1
  br label %for.cond.i34, !llvm.loop !16

for.inc102:                                       ; preds = %for.body80, %for.cond.i34
  %inc103 = add nsw i32 %p76.0, 1
  br label %for.cond77, !llvm.loop !17

if.end105:                                        ; preds = %for.cond77, %_ZL5stageILi32ELi9EEvPDv4_fPKS0_iii.exit
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %cmp, label %for.inc177, label %if.end107

if.end107:                                        ; preds = %if.end105
  %cmp.i52 = icmp slt i32 8, %sub72
  %.sub72 = select i1 %cmp.i52, i32 8, i32 %sub72
  br label %for.cond110

for.cond110:                                      ; preds = %for.end173, %if.end107
  %s.0 = phi i32 [ 0, %if.end107 ], [ %inc175, %for.end173 ]
  %cmp111 = icmp slt i32 %s.0, %.sub72
  br i1 %cmp111, label %for.body113, label %for.inc177

for.body113:                                      ; preds = %for.cond110
  call void @llvm.lifetime.start.p0(ptr %a) #8
  call void @llvm.lifetime.start.p0(ptr %b) #8
  br label %for.cond115

for.cond115:                                      ; preds = %for.body118, %for.body113
  %i114.0 = phi i32 [ 0, %for.body113 ], [ %inc128, %for.body118 ]
  %cmp116 = icmp slt i32 %i114.0, 4
  br i1 %cmp116, label %for.body118, label %for.cond130

for.body118:                                      ; preds = %for.cond115
  %mul119 = mul nsw i32 16, %i114.0
  %add120 = add nsw i32 %div, %mul119
  %mul121 = mul nsw i32 %add120, 9
  %add122 = add nsw i32 %mul121, %s.0
  %idxprom123 = sext i32 %add122 to i64
  %arrayidx124 = getelementptr inbounds <4 x float>, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 %idxprom123
  %8 = load <4 x float>, ptr %arrayidx124, align 16, !tbaa !9
  %idxprom125 = sext i32 %i114.0 to i64
  %arrayidx126 = getelementptr inbounds [4 x <4 x float>], ptr %a, i64 0, i64 %idxprom125
  store <4 x float> %8, ptr %arrayidx126, align 16, !tbaa !9
  %inc128 = add nsw i32 %i114.0, 1
  br label %for.cond115, !llvm.loop !18

for.cond130:                                      ; preds = %for.cond115, %for.body133
  %j.0 = phi i32 [ %inc143, %for.body133 ], [ 0, %for.cond115 ]
  %cmp131 = icmp slt i32 %j.0, 4
  br i1 %cmp131, label %for.body133, label %for.cond146

for.body133:                                      ; preds = %for.cond130
  %mul134 = mul nsw i32 8, %j.0
  %add135 = add nsw i32 %rem, %mul134
  %mul136 = mul nsw i32 %add135, 9
  %add137 = add nsw i32 %mul136, %s.0
  %idxprom138 = sext i32 %add137 to i64
  %arrayidx139 = getelementptr inbounds <4 x float>, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 9216), i64 %idxprom138
  %9 = load <4 x float>, ptr %arrayidx139, align 16, !tbaa !9
  %idxprom140 = sext i32 %j.0 to i64
  %arrayidx141 = getelementptr inbounds [4 x <4 x float>], ptr %b, i64 0, i64 %idxprom140
  store <4 x float> %9, ptr %arrayidx141, align 16, !tbaa !9
  %inc143 = add nsw i32 %j.0, 1
  br label %for.cond130, !llvm.loop !19

for.cond146:                                      ; preds = %for.cond130, %for.inc171
  %i145.0 = phi i32 [ %inc172, %for.inc171 ], [ 0, %for.cond130 ]
  %cmp147 = icmp slt i32 %i145.0, 4
  br i1 %cmp147, label %for.cond151, label %for.end173

for.cond151:                                      ; preds = %for.cond146, %for.body154
  %j150.0 = phi i32 [ %inc169, %for.body154 ], [ 0, %for.cond146 ]
  %cmp152 = icmp slt i32 %j150.0, 4
  br i1 %cmp152, label %for.body154, label %for.inc171

for.body154:                                      ; preds = %for.cond151
  %idxprom155 = sext i32 %i145.0 to i64
  %arrayidx156 = getelementptr inbounds [4 x <4 x float>], ptr %a, i64 0, i64 %idxprom155
  %10 = load <4 x float>, ptr %arrayidx156, align 16, !tbaa !9
  %idxprom157 = sext i32 %j150.0 to i64
  %arrayidx158 = getelementptr inbounds [4 x <4 x float>], ptr %b, i64 0, i64 %idxprom157
  %11 = load <4 x float>, ptr %arrayidx158, align 16, !tbaa !9
  %arrayidx160 = getelementptr inbounds [4 x [4 x float]], ptr %score, i64 0, i64 %idxprom155
  %arrayidx162 = getelementptr inbounds [4 x float], ptr %arrayidx160, i64 0, i64 %idxprom157
  %12 = load float, ptr %arrayidx162, align 4, !tbaa !7
  %13 = extractelement <4 x float> %10, i64 3
  %14 = extractelement <4 x float> %11, i64 3
  %15 = extractelement <4 x float> %10, i64 2
  %16 = extractelement <4 x float> %11, i64 2
  %17 = extractelement <4 x float> %10, i64 1
  %18 = extractelement <4 x float> %11, i64 1
  %19 = extractelement <4 x float> %10, i64 0
  %20 = extractelement <4 x float> %11, i64 0
  %21 = call contract noundef float @llvm.fma.f32(float %19, float %20, float %12)
  %22 = call contract noundef float @llvm.fma.f32(float %17, float %18, float %21)
  %23 = call contract noundef float @llvm.fma.f32(float %15, float %16, float %22)
  %24 = call contract noundef float @llvm.fma.f32(float %13, float %14, float %23)
  store float %24, ptr %arrayidx162, align 4, !tbaa !7
  %inc169 = add nsw i32 %j150.0, 1
  br label %for.cond151, !llvm.loop !20

for.inc171:                                       ; preds = %for.cond151
  %inc172 = add nsw i32 %i145.0, 1
  br label %for.cond146, !llvm.loop !21

for.end173:                                       ; preds = %for.cond146
  call void @llvm.lifetime.end.p0(ptr %b) #8
  call void @llvm.lifetime.end.p0(ptr %a) #8
  %inc175 = add nsw i32 %s.0, 1
  br label %for.cond110, !llvm.loop !22

for.inc177:                                       ; preds = %if.end105, %for.cond110
  %add178 = add nsw i32 %column.0, 8
  br label %for.cond51, !llvm.loop !24

for.end180:                                       ; preds = %for.cond51
  %mul182 = mul nsw i64 32, %conv11
  %add.ptr183 = getelementptr inbounds <4 x float>, ptr %next_k.0, i64 %mul182
  %add.ptr186 = getelementptr inbounds <4 x float>, ptr %next_v.0, i64 %mul182
  br i1 %cmp, label %cleanup406, label %for.cond191

for.cond191:                                      ; preds = %for.end180, %for.inc282
  %i190.0 = phi i32 [ %inc283, %for.inc282 ], [ 0, %for.end180 ]
  %cmp192 = icmp slt i32 %i190.0, 4
  br i1 %cmp192, label %for.cond196, label %for.end285

for.cond196:                                      ; preds = %for.cond191, %if.end209
  %top.0 = phi float [ %26, %if.end209 ], [ 0xFFF0000000000000, %for.cond191 ]
  %j195.0 = phi i32 [ %inc216, %if.end209 ], [ 0, %for.cond191 ]
  %cmp197 = icmp slt i32 %j195.0, 4
  br i1 %cmp197, label %for.body199, label %for.cond219

for.body199:                                      ; preds = %for.cond196
  %add200 = add nsw i32 %tile.0, %rem
  %mul201 = mul nsw i32 8, %j195.0
  %add202 = add nsw i32 %add200, %mul201
  %cmp203 = icmp sge i32 %add202, %seq
  br i1 %cmp203, label %if.then204, label %if.end209

if.then204:                                       ; preds = %for.body199
  %idxprom205 = sext i32 %i190.0 to i64
  %arrayidx206 = getelementptr inbounds [4 x [4 x float]], ptr %score, i64 0, i64 %idxprom205
  %idxprom207 = sext i32 %j195.0 to i64
  %arrayidx208 = getelementptr inbounds [4 x float], ptr %arrayidx206, i64 0, i64 %idxprom207
  store float 0xFFF0000000000000, ptr %arrayidx208, align 4, !tbaa !7
  br label %if.end209

if.end209:                                        ; preds = %if.then204, %for.body199
  %idxprom210 = sext i32 %i190.0 to i64
  %arrayidx211 = getelementptr inbounds [4 x [4 x float]], ptr %score, i64 0, i64 %idxprom210
  %idxprom212 = sext i32 %j195.0 to i64
  %arrayidx213 = getelementptr inbounds [4 x float], ptr %arrayidx211, i64 0, i64 %idxprom212
  %25 = load float, ptr %arrayidx213, align 4, !tbaa !7
  %26 = call contract noundef float @llvm.maxnum.f32(float %top.0, float %25)
  %inc216 = add nsw i32 %j195.0, 1
  br label %for.cond196, !llvm.loop !26

for.cond219:                                      ; preds = %for.cond196, %for.body222
  %top.1 = phi float [ %28, %for.body222 ], [ %top.0, %for.cond196 ]
  %away.0 = phi i32 [ %mul226, %for.body222 ], [ 1, %for.cond196 ]
  %cmp220 = icmp slt i32 %away.0, 8
  br i1 %cmp220, label %for.body222, label %for.end228

for.body222:                                      ; preds = %for.cond219
  %27 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %top.1, i32 %away.0, i32 31)
  %28 = call contract noundef float @llvm.maxnum.f32(float %top.1, float %27)
  %mul226 = mul nsw i32 %away.0, 2
  br label %for.cond219, !llvm.loop !27

for.end228:                                       ; preds = %for.cond219
  %idxprom229 = sext i32 %i190.0 to i64
  %arrayidx230 = getelementptr inbounds [4 x float], ptr %highest, i64 0, i64 %idxprom229
  %29 = load float, ptr %arrayidx230, align 4, !tbaa !7
  %mul231 = fmul contract float %top.1, %div32
  %30 = call contract noundef float @llvm.maxnum.f32(float %29, float %mul231)
  %sub235 = fsub contract float %29, %30
  %31 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %sub235)
  store float %30, ptr %arrayidx230, align 4, !tbaa !7
  %arrayidx240 = getelementptr inbounds [4 x float], ptr %sum, i64 0, i64 %idxprom229
  %32 = load float, ptr %arrayidx240, align 4, !tbaa !7
  %mul241 = fmul contract float %32, %31
  store float %mul241, ptr %arrayidx240, align 4, !tbaa !7
  br label %for.cond243

for.cond243:                                      ; preds = %for.body246, %for.end228
  %p242.0 = phi i32 [ 0, %for.end228 ], [ %inc253, %for.body246 ]
  %cmp244 = icmp slt i32 %p242.0, 2
  br i1 %cmp244, label %for.body246, label %for.cond257

for.body246:                                      ; preds = %for.cond243
  %splat.splatinsert = insertelement <4 x float> poison, float %31, i64 0
  %splat.splat = shufflevector <4 x float> %splat.splatinsert, <4 x float> poison, <4 x i32> zeroinitializer
  %idxprom247 = sext i32 %p242.0 to i64
  %arrayidx248 = getelementptr inbounds [2 x [4 x <4 x float>]], ptr %value, i64 0, i64 %idxprom247
  %arrayidx250 = getelementptr inbounds [4 x <4 x float>], ptr %arrayidx248, i64 0, i64 %idxprom229
  %33 = load <4 x float>, ptr %arrayidx250, align 16, !tbaa !9
  %mul251 = fmul contract <4 x float> %33, %splat.splat
  store <4 x float> %mul251, ptr %arrayidx250, align 16, !tbaa !9
  %inc253 = add nsw i32 %p242.0, 1
  br label %for.cond243, !llvm.loop !28

for.cond257:                                      ; preds = %for.cond243, %for.body260
  %j256.0 = phi i32 [ %inc279, %for.body260 ], [ 0, %for.cond243 ]
  %cmp258 = icmp slt i32 %j256.0, 4
  br i1 %cmp258, label %for.body260, label %for.inc282

for.body260:                                      ; preds = %for.cond257
  %arrayidx262 = getelementptr inbounds [4 x [4 x float]], ptr %score, i64 0, i64 %idxprom229
  %idxprom263 = sext i32 %j256.0 to i64
  %arrayidx264 = getelementptr inbounds [4 x float], ptr %arrayidx262, i64 0, i64 %idxprom263
  %34 = load float, ptr %arrayidx264, align 4, !tbaa !7
  %fneg = fneg contract float %30
  %35 = call contract noundef float @llvm.fma.f32(float %34, float %div32, float %fneg)
  %36 = call contract noundef float @llvm.nvvm.ex2.approx.f32(float %35)
  %37 = load float, ptr %arrayidx240, align 4, !tbaa !7
  %add269 = fadd contract float %37, %36
  store float %add269, ptr %arrayidx240, align 4, !tbaa !7
  %mul270 = mul nsw i32 16, %i190.0
  %add271 = add nsw i32 %div, %mul270
  %mul272 = mul nsw i32 %add271, 40
  %add273 = add nsw i32 %mul272, %rem
  %mul274 = mul nsw i32 8, %j256.0
  %add275 = add nsw i32 %add273, %mul274
  %idxprom276 = sext i32 %add275 to i64
  %arrayidx277 = getelementptr inbounds float, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 13824), i64 %idxprom276
  store float %36, ptr %arrayidx277, align 4, !tbaa !7
  %inc279 = add nsw i32 %j256.0, 1
  br label %for.cond257, !llvm.loop !29

for.inc282:                                       ; preds = %for.cond257
  %inc283 = add nsw i32 %i190.0, 1
  br label %for.cond191, !llvm.loop !30

for.end285:                                       ; preds = %for.cond191
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond287

for.cond287:                                      ; preds = %for.end401, %for.end285
  %s286.0 = phi i32 [ 0, %for.end285 ], [ %inc403, %for.end401 ]
  %sub288 = sub nsw i32 %seq, %tile.0
  %add289 = add nsw i32 %sub288, 3
  %cmp.i55 = icmp slt i32 32, %add289
  %.add289 = select i1 %cmp.i55, i32 32, i32 %add289
  %div291 = sdiv i32 %.add289, 4
  %cmp292 = icmp slt i32 %s286.0, %div291
  br i1 %cmp292, label %for.body294, label %cleanup406

for.body294:                                      ; preds = %for.cond287
  call void @llvm.lifetime.start.p0(ptr %a295) #8
  br label %for.cond297

for.cond297:                                      ; preds = %for.body300, %for.body294
  %i296.0 = phi i32 [ 0, %for.body294 ], [ %inc310, %for.body300 ]
  %cmp298 = icmp slt i32 %i296.0, 4
  br i1 %cmp298, label %for.body300, label %for.cond314

for.body300:                                      ; preds = %for.cond297
  %mul301 = mul nsw i32 16, %i296.0
  %add302 = add nsw i32 %div, %mul301
  %mul303 = mul nsw i32 %add302, 10
  %add304 = add nsw i32 %mul303, %s286.0
  %idxprom305 = sext i32 %add304 to i64
  %arrayidx306 = getelementptr inbounds <4 x float>, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 13824), i64 %idxprom305
  %38 = load <4 x float>, ptr %arrayidx306, align 16, !tbaa !9
  %idxprom307 = sext i32 %i296.0 to i64
  %arrayidx308 = getelementptr inbounds [4 x <4 x float>], ptr %a295, i64 0, i64 %idxprom307
  store <4 x float> %38, ptr %arrayidx308, align 16, !tbaa !9
  %inc310 = add nsw i32 %i296.0, 1
  br label %for.cond297, !llvm.loop !31

for.cond314:                                      ; preds = %for.cond297, %for.inc398
  %p313.0 = phi i32 [ %inc399, %for.inc398 ], [ 0, %for.cond297 ]
  %cmp315 = icmp slt i32 %p313.0, 2
  br i1 %cmp315, label %for.body317, label %for.end401

for.body317:                                      ; preds = %for.cond314
  %mul318 = mul nsw i32 %p313.0, 8
  %add319 = add nsw i32 %mul7, %mul318
  %cmp320 = icmp sge i32 %add319, %div5
  br i1 %cmp320, label %for.end401, label %for.cond324

for.cond324:                                      ; preds = %for.body317, %for.inc394
  %j323.0 = phi i32 [ %inc395, %for.inc394 ], [ 0, %for.body317 ]
  %cmp325 = icmp slt i32 %j323.0, 4
  br i1 %cmp325, label %for.body327, label %for.inc398

for.body327:                                      ; preds = %for.cond324
  %mul329 = mul nsw i32 %p313.0, 32
  %mul330 = mul nsw i32 %mul329, 8
  %mul331 = mul nsw i32 %s286.0, 4
  %add332 = add nsw i32 %mul331, %j323.0
  %mul333 = mul nsw i32 %add332, 8
  %add334 = add nsw i32 %mul330, %mul333
  %add335 = add nsw i32 %add334, %rem
  %idxprom336 = sext i32 %add335 to i64
  %arrayidx337 = getelementptr inbounds <4 x float>, ptr getelementptr inbounds nuw (i8, ptr addrspacecast (ptr addrspace(3) @shared to ptr), i64 24064), i64 %idxprom336
  %39 = load <4 x float>, ptr %arrayidx337, align 16, !tbaa !9
  br label %for.cond339

for.cond339:                                      ; preds = %for.body342, %for.body327
  %i338.0 = phi i32 [ 0, %for.body327 ], [ %inc391, %for.body342 ]
  %cmp340 = icmp slt i32 %i338.0, 4
  br i1 %cmp340, label %for.body342, label %for.inc394

for.body342:                                      ; preds = %for.cond339
  %idxprom343 = sext i32 %i338.0 to i64
  %arrayidx344 = getelementptr inbounds [4 x <4 x float>], ptr %a295, i64 0, i64 %idxprom343
  %40 = load <4 x float>, ptr %arrayidx344, align 16, !tbaa !9
  %vecext = extractelement <4 x float> %40, i32 %j323.0
  %41 = extractelement <4 x float> %39, i64 0
  %idxprom345 = sext i32 %p313.0 to i64
  %arrayidx346 = getelementptr inbounds [2 x [4 x <4 x float>]], ptr %value, i64 0, i64 %idxprom345
  %arrayidx348 = getelementptr inbounds [4 x <4 x float>], ptr %arrayidx346, i64 0, i64 %idxprom343
  %42 = load <4 x float>, ptr %arrayidx348, align 16
  %43 = extractelement <4 x float> %42, i64 0
  %44 = call contract noundef float @llvm.fma.f32(float %vecext, float %41, float %43)
  %45 = insertelement <4 x float> %42, float %44, i64 0
  store <4 x float> %45, ptr %arrayidx348, align 16
  %46 = load <4 x float>, ptr %arrayidx344, align 16, !tbaa !9
  %vecext356 = extractelement <4 x float> %46, i32 %j323.0
  %47 = extractelement <4 x float> %39, i64 1
  %48 = extractelement <4 x float> %45, i64 1
  %49 = call contract noundef float @llvm.fma.f32(float %vecext356, float %47, float %48)
  %50 = insertelement <4 x float> %45, float %49, i64 1
  store <4 x float> %50, ptr %arrayidx348, align 16
  %51 = load <4 x float>, ptr %arrayidx344, align 16, !tbaa !9
  %vecext368 = extractelement <4 x float> %51, i32 %j323.0
  %52 = extractelement <4 x float> %39, i64 2
  %53 = extractelement <4 x float> %50, i64 2
  %54 = call contract noundef float @llvm.fma.f32(float %vecext368, float %52, float %53)
  %55 = insertelement <4 x float> %50, float %54, i64 2
  store <4 x float> %55, ptr %arrayidx348, align 16
  %56 = load <4 x float>, ptr %arrayidx344, align 16, !tbaa !9
  %vecext380 = extractelement <4 x float> %56, i32 %j323.0
  %57 = extractelement <4 x float> %39, i64 3
  %58 = extractelement <4 x float> %55, i64 3
  %59 = call contract noundef float @llvm.fma.f32(float %vecext380, float %57, float %58)
  %60 = insertelement <4 x float> %55, float %59, i64 3
  store <4 x float> %60, ptr %arrayidx348, align 16
  %inc391 = add nsw i32 %i338.0, 1
  br label %for.cond339, !llvm.loop !32

for.inc394:                                       ; preds = %for.cond339
  %inc395 = add nsw i32 %j323.0, 1
  br label %for.cond324, !llvm.loop !33

for.inc398:                                       ; preds = %for.cond324
  %inc399 = add nsw i32 %p313.0, 1
  br label %for.cond314, !llvm.loop !34

for.end401:                                       ; preds = %for.cond314, %for.body317
  call void @llvm.lifetime.end.p0(ptr %a295) #8
  %inc403 = add nsw i32 %s286.0, 1
  br label %for.cond287, !llvm.loop !35

cleanup406:                                       ; preds = %for.cond287, %for.end180
  call void @llvm.lifetime.end.p0(ptr %score) #8
  %add410 = add nsw i32 %tile.0, 32
  br label %for.cond47, !llvm.loop !36

for.cond414:                                      ; preds = %for.cond47, %for.inc470
  %i413.0 = phi i32 [ %inc471, %for.inc470 ], [ 0, %for.cond47 ]
  %cmp415 = icmp slt i32 %i413.0, 4
  br i1 %cmp415, label %for.cond419, label %for.end473

for.cond419:                                      ; preds = %for.cond414, %for.body422
  %away418.0 = phi i32 [ %mul430, %for.body422 ], [ 1, %for.cond414 ]
  %cmp420 = icmp slt i32 %away418.0, 8
  br i1 %cmp420, label %for.body422, label %for.end432

for.body422:                                      ; preds = %for.cond419
  %idxprom423 = sext i32 %i413.0 to i64
  %arrayidx424 = getelementptr inbounds [4 x float], ptr %sum, i64 0, i64 %idxprom423
  %61 = load float, ptr %arrayidx424, align 4, !tbaa !7
  %62 = call contract noundef float @llvm.nvvm.shfl.sync.bfly.f32(i32 -1, float %61, i32 %away418.0, i32 31)
  %63 = load float, ptr %arrayidx424, align 4, !tbaa !7
  %add428 = fadd contract float %63, %62
  store float %add428, ptr %arrayidx424, align 4, !tbaa !7
  %mul430 = mul nsw i32 %away418.0, 2
  br label %for.cond419, !llvm.loop !37

for.end432:                                       ; preds = %for.cond419
  %idxprom433 = sext i32 %i413.0 to i64
  %arrayidx434 = getelementptr inbounds [4 x float], ptr %sum, i64 0, i64 %idxprom433
  %64 = load float, ptr %arrayidx434, align 4, !tbaa !7
  %div435 = fdiv contract float 1.000000e+00, %64
  %add436 = add nsw i32 %mul, %div
  %mul437 = mul nsw i32 16, %i413.0
  %add438 = add nsw i32 %add436, %mul437
  br label %for.cond440

for.cond440:                                      ; preds = %for.inc466, %for.end432
  %p439.0 = phi i32 [ 0, %for.end432 ], [ %inc467, %for.inc466 ]
  %cmp441 = icmp slt i32 %p439.0, 2
  br i1 %cmp441, label %for.body443, label %for.inc470

for.body443:                                      ; preds = %for.cond440
  %mul445 = mul nsw i32 %p439.0, 8
  %add446 = add nsw i32 %mul7, %mul445
  %add447 = add nsw i32 %add446, %rem
  %cmp448 = icmp slt i32 %add438, %seq
  %cmp449 = icmp slt i32 %add447, %div5
  %or.cond323 = select i1 %cmp448, i1 %cmp449, i1 false
  br i1 %or.cond323, label %if.then450, label %for.inc466

if.then450:                                       ; preds = %for.body443
  %idxprom451 = sext i32 %p439.0 to i64
  %arrayidx452 = getelementptr inbounds [2 x [4 x <4 x float>]], ptr %value, i64 0, i64 %idxprom451
  %arrayidx454 = getelementptr inbounds [4 x <4 x float>], ptr %arrayidx452, i64 0, i64 %idxprom433
  %65 = load <4 x float>, ptr %arrayidx454, align 16, !tbaa !9
  %splat.splatinsert455 = insertelement <4 x float> poison, float %div435, i64 0
  %splat.splat456 = shufflevector <4 x float> %splat.splatinsert455, <4 x float> poison, <4 x i32> zeroinitializer
  %mul457 = fmul contract <4 x float> %65, %splat.splat456
  %conv458 = sext i32 %add438 to i64
  %mul460 = mul nsw i64 %conv458, %conv11
  %add461 = add nsw i64 %mul12, %mul460
  %conv462 = sext i32 %add447 to i64
  %add463 = add nsw i64 %add461, %conv462
  %arrayidx464 = getelementptr inbounds <4 x float>, ptr %out, i64 %add463
  store <4 x float> %mul457, ptr %arrayidx464, align 16, !tbaa !9
  br label %for.inc466

for.inc466:                                       ; preds = %for.body443, %if.then450
  %inc467 = add nsw i32 %p439.0, 1
  br label %for.cond440, !llvm.loop !38

for.inc470:                                       ; preds = %for.cond440
  %inc471 = add nsw i32 %i413.0, 1
  br label %for.cond414, !llvm.loop !39

for.end473:                                       ; preds = %for.cond414
  call void @llvm.lifetime.end.p0(ptr %value) #8
  call void @llvm.lifetime.end.p0(ptr %sum) #8
  call void @llvm.lifetime.end.p0(ptr %highest) #8
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nounwind willreturn memory(argmem: write)
declare void @llvm.memset.p0.i64(ptr writeonly captures(none), i8, i64, i1 immarg) #2

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.z() #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #4

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #5

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #6

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.bfly.f32(i32, float, i32, i32) #7

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #5

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #6

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.bar.warp.sync(i32) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="128" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nounwind willreturn memory(argmem: write) }
attributes #3 = { convergent nocallback nounwind }
attributes #4 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #5 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #6 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #7 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #8 = { nounwind }

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
!9 = !{!5, !5, i64 0}
!10 = distinct !{!10, !11, !12}
!11 = !{!"llvm.loop.mustprogress"}
!12 = !{!"llvm.loop.unroll.enable"}
!13 = distinct !{!13, !11, !12}
!14 = distinct !{!14, !11, !12}
!15 = distinct !{!15, !11, !12}
!16 = distinct !{!16, !11, !12}
!17 = distinct !{!17, !11, !12}
!18 = distinct !{!18, !11, !12}
!19 = distinct !{!19, !11, !12}
!20 = distinct !{!20, !11, !12}
!21 = distinct !{!21, !11, !12}
!22 = distinct !{!22, !11, !23}
!23 = !{!"llvm.loop.unroll.count", i32 2}
!24 = distinct !{!24, !11, !25}
!25 = !{!"llvm.loop.unroll.disable"}
!26 = distinct !{!26, !11, !12}
!27 = distinct !{!27, !11, !12}
!28 = distinct !{!28, !11, !12}
!29 = distinct !{!29, !11, !12}
!30 = distinct !{!30, !11, !12}
!31 = distinct !{!31, !11, !12}
!32 = distinct !{!32, !11, !12}
!33 = distinct !{!33, !11, !12}
!34 = distinct !{!34, !11, !12}
!35 = distinct !{!35, !11, !23}
!36 = distinct !{!36, !11, !25}
!37 = distinct !{!37, !11, !12}
!38 = distinct !{!38, !11, !12}
!39 = distinct !{!39, !11, !12}
